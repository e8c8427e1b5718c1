import { flattenDigits } from './flatten-digits.ts';
import { readCount } from './read-count.ts';

/** Numbers as a head prints them. */
export interface IssueNumbers {
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly supplement: boolean;
  /** What stands before them on the line. */
  readonly before: string;
  /** What stands behind them. */
  readonly after: string;
}

/** Letters may be set apart: 第 十 二 期. */
const COUNT = '(?:[\\d〇○零一二三四五六七八九十百千两]\\s{0,3}){1,9}';
const TOTAL = new RegExp(
  `总\\s*第?\\s*(${COUNT})\\s*期|总期[数号]?\\s*[:：]?\\s*(?:第\\s*)?(\\d{1,5})(?:\\s*期)?`,
  'u',
);
const NUMBER = new RegExp(
  `(?<!总\\s{0,3})第\\s*(${COUNT})\\s*(?:[-—~～至、]\\s*第?${COUNT})?\\s*期(?:\\s*合刊)?|(?<=^|\\s)No\\s*[.．:：]?\\s*(\\d{1,4})(?=\\s|$)|(?<=[〔[]\\s?(?:19|20)\\d{2}\\s?[〕\\]]\\s?)(?:第\\s?)?(\\d{1,4})\\s?[号期]|(?<=(?:19|20)\\d{2}\\s?年\\s?)(\\d{1,3})\\s?期`,
  'iu',
);
const SUPPLEMENT = new RegExp(`增\\s*刊\\s*[（(第]?\\s*(${COUNT})?\\s*[)）期]?`, 'u');
const YEAR = /[（(〔[]?\s*((?:19|20)\d{2}|[一二][〇○零OoＯ一二三四五六七八九]{3})\s*(?:年\s*度?)?\s*[）)〕\]]?/u;

/** Reads the number of an issue (期号) out of a line; null where it has none. */
export function readNumbers(text: string): IssueNumbers | null {
  if (text.length > 80) return null;
  const line = flattenDigits(text);
  const total = TOTAL.exec(line);
  const bare = total
    ? line.slice(0, total.index) + ' '.repeat(total[0].length) + line.slice(total.index + total[0].length)
    : line;
  const number = NUMBER.exec(bare);
  const extra = SUPPLEMENT.exec(bare);
  if (!total && !number && !extra) return null;
  const places = [total, number, extra].flatMap((found) => (found ? [found.index, found.index + found[0].length] : []));
  let start = Math.min(...places);
  const ahead = line.slice(0, start).slice(-12);
  const year = YEAR.exec(ahead);
  // The year stands right before the number, with nothing but brackets or its month between.
  const hasYear = year !== null && /^(?:\d{1,2}月)?[\s第·—（(-]*$/u.test(ahead.slice(year.index + year[0].length));
  if (hasYear) start = start - ahead.length + year.index;
  const within = number?.[1] ?? number?.[2] ?? number?.[3] ?? number?.[4] ?? extra?.[1];
  const running = total ? readNumber(total[1] ?? total[2]) : null;
  return {
    year: hasYear ? readCount(year[1]!) : null,
    number: readNumber(within),
    total: running,
    supplement: extra !== null,
    before: text.slice(0, start).replace(/[\s（(【〔[·•|｜:：—–-]+$/u, ''),
    after: text.slice(Math.max(...places)).replace(/^[\s）)】〕\]·•|｜—–-]+/u, ''),
  };
}

function readNumber(text: string | undefined): number | null {
  return text === undefined ? null : readCount(text.replaceAll(/\s/gu, ''));
}
