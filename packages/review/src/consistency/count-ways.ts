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
const ENTRIES = new Map<number, Entry[]>();
for (const [word, owners] of STYLE_WORDS) {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  FLAGS[first]! |= FIRST;
  FLAGS[second]! |= SECOND;
  const key = first * 65_536 + second;
  ENTRIES.set(key, [...(ENTRIES.get(key) ?? []), { word, owners }]);
}

/** Counts every way of writing of the house styles in one pass over the prose of a book (统一写法统计). */
export function countWays(volume: Volume): WayCounts {
  const counts = new Map<HouseStyleId, Map<string, WayCount>>();
  const { text, blocks } = volume;
  blocks.forEach((block, index) => {
    if (!READ.includes(block.kind)) return;
    let digits = 0;
    let next = text.charCodeAt(block.start);
    for (let at = block.start; at < block.end; at += 1) {
      const code = next;
      next = text.charCodeAt(at + 1);
      if ((FLAGS[code]! & FIRST) === 0) continue;
      if (code >= 0x30 && code <= 0x39) digits = countPlain(counts, text, index, at, block.end, digits);
      if ((FLAGS[next]! & SECOND) === 0) continue;
      for (const { word, owners } of ENTRIES.get(code * 65_536 + next) ?? []) {
        const end = at + word.length;
        if (end > block.end || !text.startsWith(word, at)) continue;
        for (const { style, way } of owners) add(counts, style, way(text, at, end), index, at, end);
      }
    }
  });
  return counts;
}

/** A number of five digits and more that is not grouped; gives the end of the run of digits it looked at. */
function countPlain(
  counts: Map<HouseStyleId, Map<string, WayCount>>,
  text: string,
  block: number,
  at: number,
  limit: number,
  looked: number,
): number {
  if (at < looked) return looked;
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
