import { countDecimals } from './read-quantity.ts';

/** A printed percentage (百分数): 52.4% → value 52.4, place 0.1. */
export interface Percent {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly place: number;
}

const PERCENT = /(\d+(?:\.\d+)?) ?[%％]/uy;

/** Reads the percentage that starts at `at`; undefined where there is none, or it is only about so much or a range. */
export function readPercent(text: string, at: number, end: number): Percent | undefined {
  PERCENT.lastIndex = at;
  const found = PERCENT.exec(text);
  if (found === null || at + found[0].length > end) return undefined;
  if (/^(?:以上|以下|以内|左右|[～—\-－]|多|强|弱)/u.test(text.slice(at + found[0].length, at + found[0].length + 2)))
    return undefined;
  if (/[约近过超逾～—\-－\d.]$/u.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const digits = found[1]!;
  return { start: at, end: at + found[0].length, value: Number(digits), place: 10 ** -countDecimals(digits) };
}

/** The percentages in `[from, to)`, in text order. */
export function readPercents(text: string, from: number, to: number): Percent[] {
  const percents: Percent[] = [];
  for (const found of text.slice(from, to).matchAll(/\d+(?:\.\d+)?(?= ?[%％])/gu)) {
    const percent = readPercent(text, from + found.index, to);
    if (percent !== undefined) percents.push(percent);
  }
  return percents;
}

/** Prints a computed percentage with one decimal more than the printed one has. */
export function printPercent(value: number, { place }: Pick<Percent, 'place'>): string {
  return `${value.toFixed(Math.round(-Math.log10(place)) + 1)}%`;
}
