import { alignVolumes, encodeAlignment, makeFollower } from '@xiuzhi/align';
import { judgeRectification, type PlaceInNew, type Verdict } from '@xiuzhi/domain';
import type { Volume } from '@xiuzhi/review';

import { quotePassage } from './quote-passage.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A finding as the comparison needs it; `seq` is its position in its revision. */
export interface ComparedFinding extends Span {
  readonly seq: number;
  readonly rule: string;
  readonly evidence: readonly { readonly span?: Span }[];
  readonly suggestion: (Span & { readonly replacement: string }) | null;
}

/** Something that was asked for (核对对象): the findings of one opinion or correction, or the span of a person's opinion. */
export interface AskedItem {
  readonly findings: readonly number[];
  readonly span: Span;
}

export interface ComparisonInput {
  readonly before: Volume;
  readonly after: Volume;
  readonly oldFindings: readonly ComparedFinding[];
  readonly newFindings: readonly ComparedFinding[];
  readonly items: readonly AskedItem[];
}

/** A passage of the text with its place. */
export interface Passage extends Span {
  readonly text: string;
}

/** What the comparison says of one item. */
export interface ItemOutcome {
  readonly verdict: Verdict;
  readonly places: number;
  readonly placesDone: number;
  readonly before: Passage;
  /** Null where the passage is gone. */
  readonly after: Passage | null;
}

export interface Comparison {
  readonly alignment: Uint8Array;
  /** One for each item, in their order. */
  readonly outcomes: readonly ItemOutcome[];
  /** [seq in the new revision, seq in the old] of findings that stand as they stood. */
  readonly carried: readonly (readonly [number, number])[];
  /** Findings of the new revision that have no counterpart in the old one, mended or not. */
  readonly newFindings: number;
  readonly milliseconds: number;
}

/** Compares (整改核对) a new revision with the last: what became of every item, and which findings stood there before. */
export function compareRevisions({ before, after, oldFindings, newFindings, items }: ComparisonInput): Comparison {
  const started = performance.now();
  const alignment = alignVolumes(before, after);
  const follow = makeFollower(alignment, before, after);
  const blockAt = blockFinder(before);
  const old = new Map(oldFindings.map((finding) => [finding.seq, finding]));
  const touching = touchFinder(newFindings);

  const placeOf = (finding: ComparedFinding): PlaceInNew => {
    const followed = follow(finding);
    if (!followed) return { changed: null, fires: false, suggestionStands: null };
    const fires = touching(finding.rule, followed).length > 0;
    const elsewhere = finding.evidence.some(({ span }) => span && follow(span)?.changed !== false);
    // A rule that falls silent was heard: what it looks at stands in the same block, if not in the passage itself.
    const around = !fires && follow(blockAt(finding.start))?.changed !== false;
    return {
      changed: followed.changed || elsewhere || around,
      fires,
      suggestionStands: finding.suggestion && stands(finding.suggestion),
    };
  };

  /** Whether the place of a suggestion reads as suggested: by itself, or with a character on either side of it. */
  const stands = ({ start, end, replacement }: Span & { replacement: string }): boolean =>
    [0, 1].some((margin) => {
      const from = Math.max(start - margin, 0);
      const to = Math.min(end + margin, before.text.length);
      if (from === to) return false;
      const wanted = before.text.slice(from, start) + replacement + before.text.slice(end, to);
      const there = follow({ start: from, end: to });
      return there !== null && there.changed && after.text.slice(there.start, there.end) === wanted;
    });

  const outcomes = items.map((item): ItemOutcome => {
    const findings = item.findings.flatMap((seq) => old.get(seq) ?? []);
    const ruled = findings.length > 0;
    const places = ruled ? findings.map(placeOf) : [placeOfOpinion(item.span)];
    const verdicts = places.map((place) => judgeRectification([place], ruled));
    const passage = quotePassage(before, item.span);
    const there = follow(passage) ?? follow(item.span);
    return {
      verdict: judgeRectification(places, ruled),
      places: places.length,
      placesDone: verdicts.filter((verdict) => verdict === 'done' || verdict === 'gone').length,
      before: { ...passage, text: before.text.slice(passage.start, passage.end) },
      after: there && { start: there.start, end: there.end, text: after.text.slice(there.start, there.end) },
    };
  });

  function placeOfOpinion(span: Span): PlaceInNew {
    const there = follow(span);
    const changed = there && (there.changed || follow(blockAt(span.start))?.changed !== false);
    return { changed, fires: false, suggestionStands: null };
  }

  const { carried, known } = pairFindings(oldFindings, follow, touching);
  return {
    alignment: encodeAlignment(alignment),
    outcomes,
    carried,
    newFindings: newFindings.length - known,
    milliseconds: Math.round(performance.now() - started),
  };
}

type Followed = (Span & { readonly changed: boolean }) | null;

/** Old findings that stand unchanged in the new revision, and how many new ones have any counterpart in the old. */
function pairFindings(
  oldFindings: readonly ComparedFinding[],
  follow: (span: Span) => Followed,
  touching: ReturnType<typeof touchFinder>,
): { carried: [number, number][]; known: number } {
  const carried: [number, number][] = [];
  const known = new Set<number>();
  const taken = new Set<number>();
  for (const finding of oldFindings) {
    const there = follow(finding);
    if (!there) continue;
    const candidates = touching(finding.rule, there);
    for (const candidate of candidates) known.add(candidate.seq);
    if (there.changed) continue;
    const same = candidates.find(
      (candidate) => candidate.start === there.start && candidate.end === there.end && !taken.has(candidate.seq),
    );
    if (!same) continue;
    taken.add(same.seq);
    carried.push([same.seq, finding.seq]);
  }
  return { carried, known: known.size };
}

/** Finds the findings of a rule that touch a span; by halving, since a book may have tens of thousands of one rule. */
function touchFinder(findings: readonly ComparedFinding[]): (rule: string, span: Span) => readonly ComparedFinding[] {
  const rules = new Map(
    [...Map.groupBy(findings, (finding) => finding.rule)].map(([rule, list]) => [
      rule,
      {
        list: list.toSorted((a, b) => a.start - b.start),
        longest: list.reduce((most, each) => Math.max(most, each.end - each.start), 0),
      },
    ]),
  );
  return (rule, span) => {
    const { list, longest } = rules.get(rule) ?? { list: [], longest: 0 };
    const found: ComparedFinding[] = [];
    for (let at = firstFrom(list, span.start - longest); at < list.length; at++) {
      const each = list[at]!;
      if (each.start >= span.end) break;
      if (each.end > span.start) found.push(each);
    }
    return found;
  };
}

/** Index of the first of sorted spans that starts at `position` or after it. */
function firstFrom(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the block that holds a position. */
function blockFinder({ blocks }: Volume): (position: number) => Span {
  return (position) => {
    const next = firstFrom(blocks, position + 1);
    return blocks[next - 1] ?? { start: position, end: position };
  };
}
