import { ERAS } from './era-years.ts';
import { readHanNumber } from './read-han-number.ts';

/** An era year in the text (年号纪年): 乾隆五年. `years` are the western years it can mean, one for each ruler of that title. */
export interface EraYear {
  readonly start: number;
  /** After 年. */
  readonly end: number;
  readonly name: string;
  readonly ordinal: number;
  readonly years: readonly number[];
  /** Last year of the title, where only one ruler used it. */
  readonly lastOrdinal: number | undefined;
}

const BY_NAME = new Map<string, { first: number; last: number }[]>();
for (const [name, first, last] of ERAS) BY_NAME.set(name, [...(BY_NAME.get(name) ?? []), { first, last }]);

const ORDINAL = /(?:[元一二三四五六七八九十廿卅百〇]{1,4}|\d{1,2})$/u;

/** Reads the era year whose 年 stands at `at`; undefined where there is none. Looks back ten characters at most. */
export function readEraYear(text: string, from: number, at: number): EraYear | undefined {
  // 1986年 is by far the most frequent: three digits are no ordinal of a reign.
  if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at - 3))) return undefined;
  const before = text.slice(Math.max(from, at - 10), at);
  const printed = ORDINAL.exec(before)?.[0];
  if (printed === undefined) return undefined;
  // 元 may be the second character of a title (贞元二年) and never begins a longer number.
  for (const digits of [printed, printed.replace(/^元/u, '')]) {
    const found = readName(before.slice(0, before.length - digits.length));
    const ordinal = digits === '元' ? 1 : readHanNumber(digits);
    if (found === undefined || ordinal === undefined) continue;
    const { name, reigns } = found;
    const only = reigns.length === 1 ? reigns[0] : undefined;
    return {
      start: at - digits.length - name.length,
      end: at + 1,
      name,
      ordinal,
      years: reigns.map(({ first }) => first + ordinal - 1),
      lastOrdinal: only === undefined ? undefined : only.last - only.first + 1,
    };
  }
  return undefined;
}

function readName(before: string): { name: string; reigns: { first: number; last: number }[] } | undefined {
  for (const length of [4, 2]) {
    const name = before.slice(-length);
    const reigns = name.length === length ? BY_NAME.get(name) : undefined;
    if (reigns !== undefined) return { name, reigns };
  }
  return undefined;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
