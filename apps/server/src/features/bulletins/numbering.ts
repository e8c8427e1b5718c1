import { checkNumbering, type KnownIssue } from '@xiuzhi/bulletin';

import type { Database } from '../../db/open-database.ts';
import { loadWaitingNumbers } from './back-issues.ts';
import type { SeriesRow } from './series.ts';

/** A number that is known, with the issue that bears it; null where it is a file that waits for a person. */
interface Numbered {
  readonly issue_id: string | null;
  readonly year: number;
  readonly number: number;
  readonly total: number | null;
  readonly issued_on: string | null;
}

/**
 * Checks the numbers of a series (期号核对): those of its issues and of the files that wait, supplements apart. What the
 * series says it goes on from is known, and nothing before it is missing.
 */
export async function checkSeriesNumbers(db: Database, series: SeriesRow) {
  const kept = await db
    .selectFrom('bulletin_issue')
    .select(['id as issue_id', 'year', 'number', 'total', 'issued_on'])
    .where('series_id', '=', series.id)
    .where('number', 'is not', null)
    .where('supplement', '=', false)
    .orderBy('year')
    .orderBy('number')
    .execute();
  const waiting = await loadWaitingNumbers(db, series.id);
  const known: Numbered[] = [...(kept as Numbered[]), ...waiting];
  const { base_year: baseYear, base_number: baseNumber, base_total: baseTotal } = series;
  const before: KnownIssue[] =
    baseYear === null || baseNumber === null || baseNumber === 0
      ? []
      : [{ series: series.name, year: baseYear, number: baseNumber, total: baseTotal }];
  const [report] = checkNumbering([
    ...before,
    ...known.map((one) => ({
      series: series.name,
      year: one.year,
      number: one.number,
      total: one.total,
      date: one.issued_on,
    })),
  ]).series;
  const isBefore = (year: number, number: number) =>
    baseYear !== null && (year < baseYear || (year === baseYear && number <= (baseNumber ?? 0)));
  const years = (report?.years ?? []).map((year) => {
    const own = known.filter((one) => one.year === year.year);
    const numbers = own.map((one) => one.number).sort((a, b) => a - b);
    return {
      year: year.year,
      issues: own.length,
      first: numbers[0] ?? null,
      last: numbers.at(-1) ?? null,
      missing: printRuns(year.missing.filter((number) => !isBefore(year.year, number))),
      base: year.base,
      inferredLast: year.last,
    };
  });
  const problems = (report?.issues ?? [])
    // What is missing stands in its year already.
    .filter(({ code }) => code !== 'gap')
    .map(({ message, year, numbers }) => ({
      message,
      issueId:
        known.find((one) => one.year === year && numbers.includes(one.number) && one.issue_id !== null)?.issue_id ??
        null,
    }));
  return {
    years: years.filter(({ issues, missing }) => issues > 0 || missing.length > 0),
    spans: report ? [...report.spans] : [],
    problems,
  };
}

/** Numbers as runs: 3, 5～8. */
function printRuns(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}～${last}`));
}
