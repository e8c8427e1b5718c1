import type { Certainty, LetterKind } from '@xiuzhi/domain';
import { describeClause } from '@xiuzhi/review';

import { widenQuote } from './widen-quote.ts';

/** Finding (疑点) decided 提意见 or 核实, as a draft is made of it. */
export interface DraftableFinding {
  readonly seq: number;
  readonly rule: string;
  readonly family: string;
  readonly norm: string;
  readonly clause: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly node: number;
  readonly quote: string;
  readonly message: string;
  readonly suggestion: { readonly start: number; readonly end: number; readonly replacement: string } | null;
  readonly wording: string | null;
  readonly certainty: Certainty | null;
  readonly contributorId: string | null;
  /** Of decisions made in one go (同类一并处理). */
  readonly batch: string | null;
}

/** Opinion (意见) a person raised without a finding. */
export interface DraftableOpinion {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly node: number;
  readonly quote: string;
  readonly wording: string;
  readonly certainty: Certainty;
}

/** Line (意见条目) as the decisions make it, before anybody edited it. */
export interface PlannedLine {
  /** Unit of a slip (核实单); null where the place is assigned to none, and in opinion letters. */
  readonly contributorId: string | null;
  readonly findings: readonly number[];
  readonly opinionId: string | null;
  readonly family: string | null;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly place: string;
  readonly quote: string;
  readonly wording: string;
  readonly suggestion: string | null;
  readonly basis: string | null;
  readonly certainty: Certainty;
}

/** What a draft is made of; `titles` are those down to each outline node, the volume's own left out. */
export interface DraftMaterial {
  readonly kind: LetterKind;
  readonly findings: readonly DraftableFinding[];
  readonly opinions: readonly DraftableOpinion[];
  readonly titles: ReadonlyMap<number, readonly string[]>;
  /** Blocks that the findings and opinions stand in, by number. */
  readonly blocks: ReadonlyMap<number, { readonly start: number; readonly text: string }>;
  /** Place (titles joined by ' › ') → unit that supplied it. */
  readonly assignments: ReadonlyMap<string, string>;
}

/** What stands between the titles of a place. */
export const PLACE_SEPARATOR = ' › ';
const NO_EDIT = new Set(['political', 'secrecy']);
const UNCITED = new Set(['convention', 'pending', '']);

/** Plans (拟稿) the lines of a draft in text order: decisions made in one go that say the same become one line. */
export function planLines(material: DraftMaterial): PlannedLine[] {
  const placed = material.findings.map((finding) => ({
    finding,
    wording: finding.wording ?? finding.message,
    unit: material.kind === 'slip' ? (finding.contributorId ?? unitOf(material, finding.node)) : null,
  }));
  const groups = Map.groupBy(placed, ({ finding, unit, wording }) =>
    finding.batch === null || NO_EDIT.has(finding.family)
      ? `${finding.seq}`
      : JSON.stringify([finding.batch, finding.rule, unit, wording]),
  );
  const lines = [...groups.values()].map((group): PlannedLine => {
    const [{ finding, wording, unit }] = group as [(typeof group)[number]];
    const suggestions = new Set(group.map((each) => suggestionOf(each.finding)));
    return {
      contributorId: unit,
      findings: group.map((each) => each.finding.seq),
      opinionId: null,
      family: finding.family,
      start: finding.start,
      end: finding.end,
      block: finding.block,
      quote: showQuote(material, finding),
      place: placeOf(material, finding.node) + (group.length > 1 ? ` 等 ${group.length} 处` : ''),
      wording,
      // Places that are to be mended differently have no suggestion in common.
      suggestion: suggestions.size === 1 ? suggestionOf(finding) : null,
      // A letter cites what it can show: no clause that is still to be confirmed or entered.
      basis: UNCITED.has(finding.clause) ? null : describeClause(finding.norm, finding.clause),
      certainty: finding.certainty ?? 'change',
    };
  });
  for (const opinion of material.opinions)
    lines.push({
      contributorId: null,
      findings: [],
      opinionId: opinion.id,
      family: null,
      start: opinion.start,
      end: opinion.end,
      block: opinion.block,
      quote: showQuote(material, opinion),
      place: placeOf(material, opinion.node),
      wording: opinion.wording,
      suggestion: null,
      basis: null,
      certainty: opinion.certainty,
    });
  return lines.sort((a, b) => a.start - b.start || a.end - b.end);
}

function showQuote({ blocks }: DraftMaterial, place: DraftableFinding | DraftableOpinion): string {
  const block = blocks.get(place.block);
  return block ? widenQuote(place.quote, block.text, place.start - block.start, place.end - block.start) : place.quote;
}

function placeOf({ titles }: DraftMaterial, node: number): string {
  return (titles.get(node) ?? []).join(PLACE_SEPARATOR);
}

/** The unit that the nearest heading upwards is assigned to. */
function unitOf({ titles, assignments }: DraftMaterial, node: number): string | null {
  const path = titles.get(node) ?? [];
  for (let depth = path.length; depth > 0; depth--) {
    const unit = assignments.get(path.slice(0, depth).join(PLACE_SEPARATOR));
    if (unit !== undefined) return unit;
  }
  return null;
}

/** The quote as it would read; where the suggestion reaches beyond the quote, what would be put in. */
function suggestionOf({ family, quote, suggestion, start, end }: DraftableFinding): string | null {
  if (!suggestion || NO_EDIT.has(family)) return null;
  const from = suggestion.start - start;
  const to = suggestion.end - start;
  const isInside = from >= 0 && to <= quote.length && quote.length === end - start;
  const text = isInside ? quote.slice(0, from) + suggestion.replacement + quote.slice(to) : suggestion.replacement;
  return text || '（删去）';
}
