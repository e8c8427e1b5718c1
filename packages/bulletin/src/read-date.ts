import { flattenDigits } from './flatten-digits.ts';
import { readCount } from './read-count.ts';

/** A date in a line: its place, and YYYY-MM-DD, or null where there is no such day. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | null;
}

const HAN = '[〇○零一二三四五六七八九十]';
/** A year is also typed with the letter O. */
const HAN_YEAR = '[〇○零OoＯ一二三四五六七八九]{4}';
const DATE = new RegExp(
  String.raw`(\d{4}|${HAN_YEAR})\s{0,4}[年.．/-]\s{0,4}(\d{1,2}|${HAN}{1,3})\s{0,4}[月.．/-]\s{0,4}(\d{1,2}|${HAN}{1,3})(?:\s{0,4}日)?`,
  'u',
);

/** Finds the first full date of a line (日期): 2020年7月20日, 二〇二〇年七月二十日, 2020-07-20, ２０２０.7.20. */
export function findDate(line: string): FoundDate | null {
  const found = DATE.exec(flattenDigits(line));
  if (!found) return null;
  const [year, month, day] = [found[1]!, found[2]!, found[3]!].map(readCount);
  return {
    start: found.index,
    end: found.index + found[0].length,
    iso: year && month && day ? printDate(year, month, day) : null,
  };
}

const MONTH = new RegExp(
  String.raw`(\d{4}|${HAN_YEAR})\s{0,4}年\s{0,4}(\d{1,2}|${HAN}{1,3})\s{0,4}月(?!\s{0,4}[\d一二三])`,
  'u',
);

/** Finds a month without its day: 2020年7月, 二〇二〇年七月; `year` is its year. */
export function findMonth(
  line: string,
): { readonly start: number; readonly end: number; readonly year: number } | null {
  const found = MONTH.exec(flattenDigits(line));
  const year = found && readCount(found[1]!);
  return found && year ? { start: found.index, end: found.index + found[0].length, year } : null;
}

/** YYYY-MM-DD; null where the calendar has no such day. */
export function printDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
