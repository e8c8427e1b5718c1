import { nextNumber, printIssueNumber } from '@xiuzhi/domain';

import type { IssueInFull, Series } from './bulletin-words.ts';

/** Number that an issue gets at the earliest (预计期号): 2026年第12期（总第88期）; null where it cannot be told. */
export function foreseeNumber(
  { issuedOn, supplement }: Pick<IssueInFull, 'issuedOn' | 'supplement'>,
  series: Pick<Series, 'last' | 'running'> | undefined,
): string | null {
  if (!series || !issuedOn || supplement) return null;
  const year = Number(issuedOn.slice(0, 4));
  const { last, running } = series;
  // Of a year that others have followed the last number is not here.
  if (last && last.year > year) return null;
  const next = nextNumber({
    year,
    lastNumber: last?.year === year ? last.number : null,
    lastTotal: last?.total ?? null,
    supplement: false,
    running,
  });
  return `${year}年${printIssueNumber({ ...next, supplement: false })}`;
}
