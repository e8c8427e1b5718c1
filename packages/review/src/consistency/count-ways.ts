import type { HouseStyleId } from '../house-style.ts';
import type { BlockKind, Volume } from '../volume.ts';
import { STYLE_WORDS, type StyleWord } from './style-words.ts';

/** How often one way of writing stands in a book (写法统计), and its first places. */
export interface WayCount {
  count: number;
  readonly places: { readonly block: number; readonly start: number; readonly end: number }[];
}

export type WayCounts = ReadonlyMap<HouseStyleId, ReadonlyMap<string, WayCount>>;

/** Places kept of each way: the rarer way is shown with them, some may lie in quotations. */
const PLACES_KEPT = 60;
const READ: readonly BlockKind[] = ['paragraph', 'note', 'heading', 'caption'];

interface Entry {
  readonly word: string;
  readonly owners: readonly StyleWord[];
}

const FIRST = 1;
const SECOND = 2;
const DIGIT = 4;
/** Whether a character begins one of the words, stands second in one, or is a digit: few places pass both. */
const FLAGS = new Uint8Array(65_536);
for (let code = 0x30; code <= 0x39; code += 1) FLAGS[code] = DIGIT;
/** Whether a character stands second in a word that begins with a digit: most figures are followed by none of them. */
const BEHIND_DIGIT = new Uint8Array(65_536);
const ENTRIES = new Map<number, Entry[]>();
for (const [word, owners] of STYLE_WORDS) {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  if ((FLAGS[first]! & DIGIT) !== 0) BEHIND_DIGIT[second] = 1;
  else {
    FLAGS[first]! |= FIRST;
    FLAGS[second]! |= SECOND;
  }
  const key = keyOf(first, second);
  ENTRIES.set(key, [...(ENTRIES.get(key) ?? []), { word, owners }]);
}

/** One machine word, so that looking it up allocates nothing. */
function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** Counts every way of writing of the house styles in one pass over the prose of a book (统一写法统计). */
export function countWays(volume: Volume): WayCounts {
  const counts = new Map<HouseStyleId, Map<string, WayCount>>();
  const { text, blocks } = volume;
  for (let index = 0; index < blocks.length; index += 1) {
    const { kind, start, end } = blocks[index]!;
    if (READ.includes(kind)) countBlock(counts, text, index, start, end);
  }
  return counts;
}

/** A function of its own: it is called often enough to be compiled, the loop over the book is not. */
function countBlock(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  text: string,
  block: number,
  start: number,
  end: number,
): void {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const flag = FLAGS[code]! & (FIRST | DIGIT);
    if (flag === 0) continue;
    if (flag === DIGIT) {
      // No word goes on from a digit to another: the last one of a number is all that may begin one.
      const past = endOfDigits(text, at, end);
      if (past - at >= PLAIN_LEAST) countPlain(counts, text, block, at, past);
      const next = text.charCodeAt(past);
      if (BEHIND_DIGIT[next] === 1)
        countWords(counts, text, block, past - 1, end, ENTRIES.get(keyOf(text.charCodeAt(past - 1), next)));
      at = past - 1;
    } else {
      const next = text.charCodeAt(at + 1);
      if ((FLAGS[next]! & SECOND) !== 0) countWords(counts, text, block, at, end, ENTRIES.get(keyOf(code, next)));
    }
  }
}

function endOfDigits(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && (FLAGS[text.charCodeAt(end)]! & DIGIT) !== 0) end += 1;
  return end;
}

function countWords(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  text: string,
  block: number,
  at: number,
  limit: number,
  entries: readonly Entry[] | undefined,
): void {
  if (entries === undefined) return;
  for (const { word, owners } of entries) {
    const end = at + word.length;
    if (end > limit || !text.startsWith(word, at)) continue;
    for (const { style, way } of owners) add(counts, style, way(text, at, end), block, at, end);
  }
}

/** Digits of a number that is grouped in some books. */
const PLAIN_LEAST = 5;
const PLAIN_MOST = 9;

/** A number of five digits and more that is not grouped. */
function countPlain(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  text: string,
  block: number,
  at: number,
  end: number,
): void {
  if (
    end - at <= PLAIN_MOST &&
    text[at] !== '0' &&
    PLAIN_AFTER.test(text.charAt(end)) &&
    !/[\dA-Za-z.\-—]/u.test(text.charAt(at - 1))
  )
    add(counts, 'thousands', '不分节', block, at, end);
}

const PLAIN_AFTER = /[\u4e00-\u9fff]/u;

function add(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  style: HouseStyleId,
  way: string | undefined,
  block: number,
  start: number,
  end: number,
): void {
  if (way === undefined) return;
  let ways = counts.get(style);
  if (ways === undefined) counts.set(style, (ways = new Map()));
  const found = ways.get(way);
  if (found === undefined) ways.set(way, { count: 1, places: [{ block, start, end }] });
  else {
    found.count += 1;
    if (found.places.length < PLACES_KEPT) found.places.push({ block, start, end });
  }
}
