import { existsSync } from 'node:fs';

import type { ReviewedText } from './measure-books.ts';
import { readTable } from './measure-sets.ts';

/** Labelled wrong totals of the tables of a printed book, and how many were found (表内合计). */
export interface TableScore {
  readonly wrong: number;
  readonly found: number;
  /** Findings at tables of the list that are not on it as wrong. */
  readonly beside: number;
}

/** Compares the total findings of a book with the list of its wrong totals: printed total and sum of the parts. */
export function judgeTables({ findings }: ReviewedText, gold: string): TableScore | undefined {
  if (!existsSync(gold)) return undefined;
  const { rows } = readTable(gold);
  const listed = rows.filter((row) => row['判定']?.startsWith('不符') === true);
  const sums = findings.filter(({ rule }) => rule === 'figures-table-sum');
  const matches = (printed: string, computed: string) =>
    sums.filter(
      ({ evidence }) =>
        evidence.some(({ label, value }) => label === '印刷合计' && value === printed) &&
        evidence.some(({ label, value }) => label === '分项之和' && value?.endsWith(`＝${computed}`) === true),
    );
  const hit = listed.map((row) => matches(row['印刷合计']!, row['分项和']!));
  const rights = rows.flatMap((row) => row['判定']?.match(/\d+(?=、|$)/gu) ?? []);
  const beside = sums.filter(({ evidence }) =>
    evidence.some(({ label, value }) => label === '印刷合计' && value !== undefined && rights.includes(value)),
  );
  return { wrong: listed.length, found: hit.filter((found) => found.length > 0).length, beside: beside.length };
}
