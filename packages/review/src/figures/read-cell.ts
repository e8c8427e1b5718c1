/** What a whole cell is (格的种类): nothing or a dash, words, a number, a percentage. */
export const BLANK = 0;
export const WORDS = 1;
export const NUMBER = 2;
export const PERCENT = 3;

/** The cell read last: value and printed decimals of a number or percentage; whether it is nothing but digits and a point. */
export const cellRead = { value: 0, decimals: 0, plain: false };

/** Reads a cell without making strings, a million a second and more; kind, with the number in `cellRead`. */
export function readCell(text: string, start: number, end: number): number {
  cellRead.plain = readPlain(text, start, end);
  return cellRead.plain ? NUMBER : readAny(text, start, end);
}

/** Most cells are 12345 or 1.5. */
function readPlain(text: string, start: number, end: number): boolean {
  if (end - start > MOST_PLAIN) return false;
  let value = 0;
  let point = -1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) value = value * 10 + code - 0x30;
    else if (code === 0x2e && point < 0 && at > start) point = at;
    else return false;
  }
  const decimals = point < 0 ? 0 : end - 1 - point;
  if (end === start || (point >= 0 && decimals === 0)) return false;
  cellRead.value = decimals === 0 ? value : value / 10 ** decimals;
  cellRead.decimals = decimals;
  return true;
}
const MOST_PLAIN = 15;

function readAny(text: string, start: number, end: number): number {
  let whole = 0;
  let digits = 0;
  let decimals = 0;
  let point = false;
  let negative = false;
  let dashes = false;
  let comma = -1;
  let percent = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      if (percent || digits > 15 || (dashes && digits === 0 && !negative)) return WORDS;
      whole = whole * 10 + code - 0x30;
      digits += 1;
      if (point) decimals += 1;
      if (comma >= 0) comma += 1;
    } else if (code === 0x20 || code === 0x3000) continue;
    else if (code === 0x2e) {
      if (point || digits === 0 || (comma >= 0 && comma !== 3)) return WORDS;
      point = true;
      comma = -1;
    } else if (code === 0x2c || code === 0xff0c) {
      if (digits === 0 || point || digits > 15 || (comma < 0 ? digits > 3 : comma !== 3)) return WORDS;
      comma = 0;
    } else if (code === 0x25 || code === 0xff05) {
      if (digits === 0 || percent) return WORDS;
      percent = true;
    } else if (isDash(code)) {
      if (digits > 0) return WORDS;
      negative = !dashes && (code === 0x2d || code === 0xff0d || code === 0x2212);
      dashes = true;
    } else return WORDS;
  }
  if (digits === 0) return BLANK;
  if ((point && decimals === 0) || (comma >= 0 && comma !== 3)) return WORDS;
  const value = whole / 10 ** decimals;
  cellRead.value = negative ? -value : value;
  cellRead.decimals = decimals;
  return percent ? PERCENT : NUMBER;
}

/** Marks that stand for nothing in a cell: - － — – ― … · / \ × 〇 一 −. */
function isDash(code: number): boolean {
  switch (code) {
    case 0x2d:
    case 0xff0d:
    case 0x2212:
    case 0x2014:
    case 0x2013:
    case 0x2015:
    case 0x2026:
    case 0xb7:
    case 0x2f:
    case 0x5c:
    case 0xd7:
    case 0x3007:
    case 0x4e00:
      return true;
    default:
      return false;
  }
}

/** Whether a kind is a plain number. */
export function isNumber(kind: number): boolean {
  return kind === NUMBER;
}

/** Whether a kind is a number or a percentage. */
export function isFigure(kind: number): boolean {
  return kind >= NUMBER;
}
