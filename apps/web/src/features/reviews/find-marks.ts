import type { Severity } from '@xiuzhi/review';

import { type FindingIndex, lowerBound } from './finding-index.ts';

/** Mark of a finding within one block (正文标记); positions of the logical text, never empty. */
export interface Mark {
  readonly seq: number;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly decided: boolean;
  readonly title: string;
}

/** A block as far as marking it needs to know. */
interface Place {
  readonly seq: number;
  readonly start: number;
  readonly text: string;
}

/** A finding longer than this (on a whole chapter, say) is marked where it begins, not over all its pages. */
const LONGEST = 2000;

const endOf = (index: Pick<FindingIndex, 'start' | 'end'>, seq: number) =>
  index.end[seq]! - index.start[seq]! > LONGEST ? index.start[seq]! : index.end[seq]!;

/** For each finding the furthest end of it and all before it: tells where a finding still reaches in. */
export function reachOf(index: Pick<FindingIndex, 'start' | 'end'>): number[] {
  let furthest = 0;
  return index.end.map((_end, seq) => (furthest = Math.max(furthest, endOf(index, seq))));
}

/**
 * Marks of one block, by start. Found by binary search on the block column; findings that began in an earlier block
 * and reach into this one are marked here too. `shown` says per rule whether it is marked.
 */
export function findMarks(
  index: FindingIndex,
  reach: readonly number[],
  shown: readonly boolean[],
  place: Place,
): Mark[] {
  const end = place.start + place.text.length;
  const first = lowerBound(index.block, place.seq);
  const marks: Mark[] = [];
  const add = (seq: number) => {
    const rule = index.rules[index.rule[seq]!]!;
    if (!shown[index.rule[seq]!]) return;
    let from = Math.max(place.start, index.start[seq]!);
    let to = Math.min(end, index.end[seq]!);
    // A missing mark has no width; it is shown on the character beside it.
    if (from >= to) {
      from = Math.max(place.start, Math.min(from, end - 1));
      to = Math.min(end, from + 1);
    }
    if (from >= to) return;
    marks.push({
      seq,
      start: from,
      end: to,
      severity: rule.severity,
      decided: index.decision[seq] !== -1,
      title: rule.title,
    });
  };
  let before = first - 1;
  const reaching: number[] = [];
  while (before >= 0 && reach[before]! > place.start) {
    if (endOf(index, before) > place.start) reaching.push(before);
    before--;
  }
  for (const seq of reaching.reverse()) add(seq);
  for (let seq = first; seq < index.block.length && index.block[seq] === place.seq; seq++) add(seq);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || a.seq - b.seq);
}
