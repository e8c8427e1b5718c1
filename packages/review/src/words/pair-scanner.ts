import { findRepeat } from './find-repeat.ts';
import type { WrongPlace } from './wrong-place.ts';

/** Looks around a pair of characters at `at`, within `[from, to)` (探查). */
export interface Probe {
  readonly find: (text: string, at: number, from: number, to: number) => WrongPlace | undefined;
}

const BITS = 20;
const SLOT_BITS = 14;
const NONE: readonly WrongPlace[] = [];

/**
 * Many pairs of characters looked for in one pass (字对索引). A bit a pair, in a table small enough for the nearest
 * cache, tells at nineteen places of twenty that there is nothing; a larger table at ninety-nine of a hundred.
 */
export class PairScanner {
  private readonly sieve = new Int32Array(1 << 13);
  private readonly bits = new Int32Array(1 << (BITS - 5));
  /** Probes chained by the hash of their pair, as numbers from 1: some ten thousand of them are made at every start. */
  private readonly heads = new Int32Array(1 << SLOT_BITS);
  private readonly tails = new Int32Array(1 << SLOT_BITS);
  private readonly next: number[] = [0];
  private readonly probes: (Probe | undefined)[] = [undefined];

  /** Probes the pair at `at` of `source`. Those of one pair are asked in the order in which they were added, and see for themselves what stands there. */
  add(source: string, at: number, probe: Probe): void {
    const first = source.charCodeAt(at);
    const second = source.charCodeAt(at + 1);
    const hash = hashPair(first, second);
    const sift = siftPair(first, second);
    this.sieve[sift >>> 5]! |= 1 << (sift & 31);
    this.bits[hash >>> 5]! |= 1 << (hash & 31);
    const number = this.probes.push(probe) - 1;
    this.next.push(0);
    const slot = hash >>> (BITS - SLOT_BITS);
    if (this.heads[slot] === 0) this.heads[slot] = number;
    else this.next[this.tails[slot]!] = number;
    this.tails[slot] = number;
  }

  /** What is found in `[start, end)`, in text order, none over another. */
  scan(text: string, start: number, end: number): readonly WrongPlace[] {
    let places: WrongPlace[] | undefined;
    let past = start;
    const count = markSteps(text, start, end, this.sieve);
    for (let mark = 0; mark < count; mark += 1) {
      const found = steps[mark]!;
      const at = found >> 3;
      const [code, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      const third = at + 2 < end ? text.charCodeAt(at + 2) : 0;
      let place: WrongPlace | undefined;
      if ((found & FIRST) !== 0) place = this.findAt(text, at, code, next, start, end);
      if (place === undefined && (found & SECOND) !== 0) place = this.findAt(text, at + 1, next, third, start, end);
      if (place === undefined && (found & AGAIN) !== 0) {
        const size = third === code ? 2 : at > start && third === text.charCodeAt(at - 1) ? 3 : 4;
        place = findRepeat(text, at + 2, size, start, end);
      }
      if (place !== undefined && place.start >= past) {
        (places ??= []).push(place);
        past = place.end;
      }
    }
    return places ?? NONE;
  }

  private findAt(
    text: string,
    at: number,
    first: number,
    second: number,
    from: number,
    to: number,
  ): WrongPlace | undefined {
    const hash = hashPair(first, second);
    if ((this.bits[hash >>> 5]! & (1 << (hash & 31))) === 0) return undefined;
    for (let number = this.heads[hash >>> (BITS - SLOT_BITS)]!; number !== 0; number = this.next[number]!) {
      const place = this.probes[number]!.find(text, at, from, to);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

const FIRST = 1;
const SECOND = 2;
const AGAIN = 4;

/** Steps of one block at which something may be, as `place << 3 | what`; made larger for a longer block. */
let steps = new Int32Array(2048);

/**
 * Marks the steps of two characters where a pair may stand, at the first or the second of them, or the third is one that
 * stood two to four places back: a word printed twice has it at every second place. Without branches, as what comes next
 * cannot be guessed.
 */
function markSteps(text: string, start: number, end: number, sieve: Int32Array): number {
  if (steps.length <= (end - start) >> 1) steps = new Int32Array(end - start);
  const marked = steps;
  let count = 0;
  let before2 = 0;
  let before1 = 0;
  let code = start < end ? text.charCodeAt(start) : 0;
  for (let at = start; at < end - 1; at += 2) {
    const next = text.charCodeAt(at + 1);
    const third = at + 2 < end ? text.charCodeAt(at + 2) : 0;
    const one = siftPair(code, next);
    const two = siftPair(next, third);
    const again = (((third ^ code) - 1) | ((third ^ before1) - 1) | ((third ^ before2) - 1)) & (FIRST_HAN - 1 - third);
    const found =
      ((sieve[one >>> 5]! >>> (one & 31)) & 1) |
      (((sieve[two >>> 5]! >>> (two & 31)) & 1) << 1) |
      ((again >>> 31) << 2);
    marked[count] = (at << 3) | found;
    count += (found + 7) >> 3;
    before2 = code;
    before1 = next;
    code = third;
  }
  return count;
}

const FIRST_HAN = 0x4e00;

function siftPair(first: number, second: number): number {
  return (Math.imul(first, 0x2f35) ^ second) & 0x3ffff;
}

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
}
