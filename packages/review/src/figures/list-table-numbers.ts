import type { Reader } from '../rule.ts';

/** A numbered table (表序): 表7-1-9, its caption's place and its number as the parts 7, 1, 9. */
export interface TableNumber {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly number[];
  /** 续表: the same table goes on. */
  readonly isContinued: boolean;
}

const NUMBER = /(?<![附代图报])(续?)表\s*(\d{1,3}(?:\s*[-－—–.·一]\s*\d{1,3}){0,3})(?![\d年月.%％])/u;

/** Every numbered caption of the book, in text order. */
export const listTableNumbers: Reader<readonly TableNumber[]> = ({ text, blocks }) => {
  const numbers: TableNumber[] = [];
  for (const { kind, start, end } of blocks) {
    if (kind !== 'caption') continue;
    const caption = text.slice(start, Math.min(end, start + 80));
    const found = NUMBER.exec(caption);
    if (found === null) continue;
    const parts = found[2]!.split(/[^\d]+/u).map(Number);
    const from = start + found.index + found[1]!.length;
    const isContinued = /续/u.test(caption);
    numbers.push({ start: from, end: start + found.index + found[0].length, parts, isContinued });
  }
  return numbers;
};
