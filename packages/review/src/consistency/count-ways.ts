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
/** Whether a character begins one of the words, or stands second in one: few places pass both. */
const FLAGS = new Uint8Array(65_536);
/** Whether a character stands second in a word that begins with a digit: most figures are followed by none of them. */
const BEHIND_DIGIT = 4;
const ENTRIES = new Map<number, Entry[]>();
for (const [word, owners] of STYLE_WORDS) {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  FLAGS[first]! |= FIRST;
  FLAGS[second]! |= first <= 0x39 ? BEHIND_DIGIT : SECOND;
  const key = first * 65_536 + second;
  ENTRIES.set(key, [...(ENTRIES.get(key) ?? []), { word, owners }]);
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
  let digits = start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if ((FLAGS[code]! & FIRST) === 0) continue;
    if (code <= 0x39 && at >= digits) digits = countPlain(counts, text, block, at, end);
    const next = text.charCodeAt(at + 1);
    if ((FLAGS[next]! & (code <= 0x39 ? BEHIND_DIGIT : SECOND)) !== 0)
      countWords(counts, text, block, at, end, ENTRIES.get(code * 65_536 + next));
  }
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

/** A number of five digits and more that is not grouped; gives the end of the run of digits it looked at. */
function countPlain(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  text: string,
  block: number,
  at: number,
  limit: number,
): number {
  let end = at + 1;
  while (end < limit && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  if (
    end - at >= 5 &&
    end - at <= 9 &&
    text[at] !== '0' &&
    PLAIN_AFTER.test(text.charAt(end)) &&
    !/[\dA-Za-z.\-—]/u.test(text.charAt(at - 1))
  )
    add(counts, 'thousands', '不分节', block, at, end);
  return end;
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
