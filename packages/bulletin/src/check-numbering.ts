/** An issue that is known (已知期号), of whatever source. */
export interface KnownIssue {
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly total: number | null;
  /** YYYY-MM-DD. */
  readonly date?: string | null;
}

/** What is wrong with a row of numbers (期号疑点); `message` is one Chinese sentence. */
export interface NumberingIssue {
  readonly code: 'gap' | 'duplicate' | 'back' | 'base-disagrees' | 'total-before-number';
  readonly message: string;
  readonly year: number;
  /** Numbers within the year: those missing, doubled or in doubt. */
  readonly numbers: readonly number[];
}

/** One year of a series (年度期号). */
export interface YearOfNumbers {
  readonly year: number;
  /** Numbers known, ascending, each once. */
  readonly numbers: readonly number[];
  /** 年初基数: running number minus number; null where no issue says, or where they disagree. */
  readonly base: number | null;
  /** Last number of the year, told by the base of the next; null where it is not known. */
  readonly last: number | null;
  /** Numbers up to the last, or the last known, that are not there. */
  readonly missing: readonly number[];
}

/** Numbers of one series (期号核对). */
export interface SeriesNumbering {
  readonly series: string;
  readonly years: readonly YearOfNumbers[];
  /** Several years between two known bases, and how many issues they have together. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly issues: readonly NumberingIssue[];
}

/** Report on the numbers of all series (期号核对), in the order they were first named. */
export interface NumberingReport {
  readonly series: readonly SeriesNumbering[];
}

/** A year has no more, and a slip of the pen is not listed as a thousand missing. */
const MOST_A_YEAR = 400;

/**
 * Checks the numbers of known issues (期号核对): gaps, duplicates, running numbers that go back, bases that disagree; the last
 * number of a year is told by the bases of two years in a row.
 */
export function checkNumbering(known: readonly KnownIssue[]): NumberingReport {
  const series = Map.groupBy(known, (issue) => issue.series);
  return { series: [...series].map(([name, issues]) => checkSeries(name, issues)) };
}

function checkSeries(series: string, known: readonly KnownIssue[]): SeriesNumbering {
  const byYear = [...Map.groupBy(known, ({ year }) => year)].sort(([a], [b]) => a - b);
  const issues: NumberingIssue[] = [];
  const bases = byYear.map(([year, list]) => ({ year, base: findBase(year, list, issues) }));
  const sure = bases.filter((entry): entry is { year: number; base: number } => entry.base !== null);
  const spans = sure.slice(1).flatMap(({ year, base }, at) => {
    const from = sure[at]!;
    return year - from.year > 1 ? [{ from: from.year, to: year - 1, count: base - from.base }] : [];
  });
  const years = byYear.map(([year, list]): YearOfNumbers => {
    const base = bases.find((entry) => entry.year === year)!.base;
    const next = sure.find((entry) => entry.year === year + 1);
    const last = base === null || next === undefined || next.base < base ? null : next.base - base;
    const numbers = [...new Set(list.map(({ number }) => number))].sort((a, b) => a - b);
    return { year, numbers, base, last, missing: listMissing(numbers, last) };
  });
  for (const [year, list] of byYear) findDoubles(year, list, issues);
  for (const { year, missing } of years)
    if (missing.length > 0)
      issues.push({
        code: 'gap',
        year,
        numbers: missing,
        message: `${year}年缺第${printRuns(missing)}期，请补入或核对。`,
      });
  findBackward(known, sure, issues);
  return { series, years, spans, issues: issues.sort((a, b) => a.year - b.year) };
}

/** 年初基数 of a year, where its issues agree. */
function findBase(year: number, list: readonly KnownIssue[], issues: NumberingIssue[]): number | null {
  const numbered = list.filter((issue): issue is KnownIssue & { total: number } => issue.total !== null);
  const odd = numbered.filter(({ number, total }) => total < number);
  if (odd.length > 0)
    issues.push({
      code: 'total-before-number',
      year,
      numbers: odd.map(({ number }) => number),
      message: `${year}年第${odd.map(({ number }) => number).join('、')}期的总期号小于本年期号，请核对。`,
    });
  const counts = Map.groupBy(numbered, ({ number, total }) => total - number);
  if (counts.size <= 1) return [...counts.keys()][0] ?? null;
  const ordered = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const [base, most] = ordered[0]!;
  const others = ordered.slice(1).flatMap(([, rest]) => rest.map(({ number }) => number));
  const isClear = most.length > ordered[1]![1].length;
  issues.push({
    code: 'base-disagrees',
    year,
    numbers: isClear ? others : [...new Set(numbered.map(({ number }) => number))],
    message: isClear
      ? `${year}年第${[...new Set(others)].join('、')}期的总期号与本年其他各期对不上（应为期号加${base}），请核对。`
      : `${year}年各期的总期号彼此对不上，请核对。`,
  });
  return isClear ? base : null;
}

function findDoubles(year: number, list: readonly KnownIssue[], issues: NumberingIssue[]): void {
  const doubled = [...Map.groupBy(list, ({ number }) => number)].filter(([, same]) => same.length > 1);
  if (doubled.length === 0) return;
  const numbers = doubled.map(([number]) => number).sort((a, b) => a - b);
  issues.push({ code: 'duplicate', year, numbers, message: `${year}年第${numbers.join('、')}期重复，请核对。` });
}

/** Within a year a later day has a later number; from year to year the base grows. */
function findBackward(
  known: readonly KnownIssue[],
  bases: readonly { year: number; base: number }[],
  issues: NumberingIssue[],
): void {
  const dated = known
    .filter((issue): issue is KnownIssue & { date: string } => Boolean(issue.date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number));
  for (const list of Map.groupBy(dated, ({ year }) => year).values()) {
    let most = list[0]!;
    for (const issue of list.slice(1)) {
      if (issue.number >= most.number) {
        most = issue;
        continue;
      }
      issues.push({
        code: 'back',
        year: issue.year,
        numbers: [issue.number],
        message: `${issue.year}年第${issue.number}期的日期在第${most.number}期之后，期号却在前，请核对。`,
      });
    }
  }
  for (const [at, { year, base }] of bases.slice(1).entries())
    if (base < bases[at]!.base)
      issues.push({
        code: 'back',
        year,
        numbers: [],
        message: `${year}年的总期号比${bases[at]!.year}年倒退，请核对。`,
      });
}

function listMissing(numbers: readonly number[], last: number | null): number[] {
  const end = Math.min(last ?? numbers.at(-1) ?? 0, MOST_A_YEAR);
  const known = new Set(numbers);
  return Array.from({ length: Math.max(0, end) }, (_, at) => at + 1).filter((number) => !known.has(number));
}

/** 1—3、5. */
function printRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、');
}
