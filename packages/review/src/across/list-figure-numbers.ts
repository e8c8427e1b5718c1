import type { Reader } from '../rule.ts';

/** A numbered picture (图序): 图3-2, its place and its number as the parts 3, 2. */
export interface FigureNumber {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly number[];
}

const NUMBER = /^[\s【▲△]*图\s*(\d{1,3}(?:\s*[-－—–.·]\s*\d{1,3}){0,3})(?![\d年月.%％])/u;

/** Every numbered caption of a picture, in text order. */
export const listFigureNumbers: Reader<readonly FigureNumber[]> = ({ text, blocks }) => {
  const numbers: FigureNumber[] = [];
  for (const { kind, start, end } of blocks) {
    if (kind !== 'caption' && !(kind === 'paragraph' && text.charCodeAt(start) === PICTURE && end - start < 60))
      continue;
    const found = NUMBER.exec(text.slice(start, Math.min(end, start + 40)));
    if (found === null || /续/u.test(text.slice(start, Math.min(end, start + 40)))) continue;
    const parts = found[1]!.split(/[^\d]+/u).map(Number);
    const from = start + found[0].indexOf('图');
    numbers.push({ start: from, end: start + found[0].length, parts });
  }
  return numbers;
};

/** 图 */
const PICTURE = 0x56fe;
