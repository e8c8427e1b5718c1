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
  readonly missing: readonly number[];
}

/** Numbers of one series (期号核对). */
export interface SeriesNumbering {
  readonly series: string;
  readonly years: readonly YearOfNumbers[];
  /** Years between two known bases without one of their own, and how many issues they have together. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly issues: readonly NumberingIssue[];
}

/** Report on the numbers of all series (期号核对), in the order they were first named. */
export interface NumberingReport {
  readonly series: readonly SeriesNumbering[];
}

/** Checks the numbers of known issues (期号核对): gaps, duplicates, running numbers that go back, bases of the years. */
export function checkNumbering(_known: readonly KnownIssue[]): NumberingReport {
  return { series: [] };
}
