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

  /** What is found in `[start, end)`, in text order, none over another. Two characters a step. */
  scan(text: string, start: number, end: number): readonly WrongPlace[] {
    let places: WrongPlace[] | undefined;
    let past = start;
    const { sieve } = this;
    let before2 = 0;
    let before1 = 0;
    let code = start < end ? text.charCodeAt(start) : 0;
    for (let at = start; at < end - 1; at += 2) {
      const next = text.charCodeAt(at + 1);
      const third = at + 2 < end ? text.charCodeAt(at + 2) : 0;
      let place: WrongPlace | undefined;
      let sift = siftPair(code, next);
      if ((sieve[sift >>> 5]! & (1 << (sift & 31))) !== 0) place = this.findAt(text, at, code, next, start, end);
      sift = siftPair(next, third);
      if (place === undefined && (sieve[sift >>> 5]! & (1 << (sift & 31))) !== 0)
        place = this.findAt(text, at + 1, next, third, start, end);
      // A word of two, three or four characters printed twice has, at every second place, the same one as many places back.
      if (place === undefined && (third === code || third === before1 || third === before2) && third >= 0x4e00)
        place = findRepeat(text, at + 2, third === code ? 2 : third === before1 ? 3 : 4, start, end);
      if (place !== undefined && place.start >= past) {
        (places ??= []).push(place);
        past = place.end;
      }
      before2 = code;
      before1 = next;
      code = third;
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

function siftPair(first: number, second: number): number {
  return (Math.imul(first, 0x2f35) ^ second) & 0x3ffff;
}

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
}
