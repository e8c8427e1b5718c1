import { DECISIONS, type Decision } from '@xiuzhi/domain';
import type { Family, Severity } from '@xiuzhi/review';

import type { Outputs } from '../../api.ts';

/** All findings of a revision, column by column, in text order (疑点一览). */
export type FindingIndex = Outputs['reviews']['index'];

/** Outline of a revision with the length of each block (篇目). */
export type Outline = Outputs['manuscripts']['outline'];

/** Finding in full (疑点详情). */
export type FindingDetail = Outputs['reviews']['findings'][number];

/** First position of the ascending column whose value is not below `value`. */
export function lowerBound(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Decision of finding `seq` as the index holds it; null while undecided. */
export function decisionOf(index: FindingIndex, seq: number): Decision | null {
  return DECISIONS[index.decision[seq]!] ?? null;
}

/** Rule of finding `seq`. */
export function ruleOf(
  index: FindingIndex,
  seq: number,
): { id: string; title: string; family: Family; severity: Severity } {
  return index.rules[index.rule[seq]!]!;
}

/** The index with other decisions on some findings; columns that do not change are shared. */
export function withDecisions(index: FindingIndex, seqs: readonly number[], decision: Decision | null): FindingIndex {
  const column = index.decision.slice();
  const code = decision === null ? -1 : DECISIONS.indexOf(decision);
  for (const seq of seqs) column[seq] = code;
  return { ...index, decision: column };
}

/** The index after the server's answer on one finding: its decision and the version to name next time. */
export function withAnswer(index: FindingIndex, seq: number, decision: Decision | null, version: number): FindingIndex {
  const versions = index.version.slice();
  versions[seq] = version;
  return { ...withDecisions(index, [seq], decision), version: versions };
}
