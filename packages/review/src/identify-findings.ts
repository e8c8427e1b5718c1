import type { Evidence, Finding } from './finding.ts';
import { hashText } from './hash-text.ts';
import { liesInZone } from './find-zone.ts';
import type { Detail, Passage, Rule } from './rule.ts';
import type { OutlineNode, Volume } from './volume.ts';

/** What a rule has reported, before it is a finding. */
export interface Draft {
  readonly rule: Rule;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly detail: Detail;
}

/** Places of a habit that are listed as evidence. */
const PLACES_SHOWN = 20;

/** Sorts the drafts, tells each habit of the book once, and gives every finding an id that survives edits elsewhere. */
export function identifyFindings(volume: Volume, drafts: Draft[], everyPlace: boolean): Finding[] {
  drafts.sort(
    (a, b) =>
      a.start - b.start || a.end - b.end || compareText(a.rule.id, b.rule.id) || compareText(a.message, b.message),
  );
  const paths = new Map<number, string>();
  const seen = new Map<string, number>();
  return (everyPlace ? drafts : gatherHabits(drafts)).map((draft) => {
    const { rule, start, end, message, detail } = draft;
    const { node } = draft.passage.block;
    const path = paths.get(node) ?? readPath(volume.nodes, node);
    paths.set(node, path);
    const quote = volume.text.slice(start, end);
    const key = `${rule.id}\n${path}\n${quote}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return {
      id: `${rule.id}@${hashText(`${key}\n${occurrence}`)}`,
      rule: rule.id,
      family: rule.family,
      severity: rule.severity,
      norm: rule.norm,
      clause: rule.clause,
      start,
      end,
      quote,
      message,
      evidence: detail.evidence ?? [],
      ...(mayEdit(draft) ? { suggestion: { start, end, replacement: detail.replacement! } } : {}),
    };
  });
}

/** No ready edit for political and secrecy matters, nor in a sentence that names leaders or the centre. */
function mayEdit({ rule, passage, start, detail }: Draft): boolean {
  if (detail.replacement === undefined || rule.family === 'political' || rule.family === 'secrecy') return false;
  return !liesInZone('solemn', passage, start);
}

/** What a rule with a `habit` finds oftener than that becomes one draft, with the number and the next places. */
function gatherHabits(drafts: readonly Draft[]): readonly Draft[] {
  const byRule = new Map<Rule, Draft[]>();
  for (const draft of drafts) {
    if (draft.rule.habit === undefined) continue;
    const found = byRule.get(draft.rule);
    if (found === undefined) byRule.set(draft.rule, [draft]);
    else found.push(draft);
  }
  const told = new Map<Rule, Draft>();
  for (const [rule, found] of byRule) {
    const [first, ...others] = found;
    if (first === undefined || found.length <= rule.habit!) continue;
    told.set(rule, {
      ...first,
      message: `${first.message}全书同类共${found.length}处，请一并核对。`,
      detail: listPlaces(first, others),
    });
  }
  if (told.size === 0) return drafts;
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const habit = told.get(draft.rule);
    if (habit === undefined) kept.push(draft);
    else if (byRule.get(draft.rule)![0] === draft) kept.push(habit);
  }
  return kept;
}

function listPlaces(first: Draft, others: readonly Draft[]): Detail {
  const places = others
    .slice(0, PLACES_SHOWN)
    .map(({ start, end }): Evidence => ({ label: '另一处', span: { start, end } }));
  return { ...first.detail, evidence: [...(first.detail.evidence ?? []), ...places] };
}

function readPath(nodes: readonly OutlineNode[], index: number): string {
  const titles: string[] = [];
  for (let at = index; at >= 0; at = nodes[at]?.parent ?? -1) titles.unshift(nodes[at]?.title ?? '');
  return titles.join('/');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
