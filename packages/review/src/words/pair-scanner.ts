import { findRepeat } from './find-repeat.ts';

/** Where something was found, and what it should be (误写之处). */
export interface WrongPlace {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  /** What it is: `idiom`, `variant`, `term` …; each rule takes its own. */
  readonly kind: string;
}

/** Looks around a pair of characters at `at`, within `[from, to)` (探查). */
export interface Probe {
  readonly find: (text: string, at: number, from: number, to: number) => WrongPlace | undefined;
}

const BITS = 20;
const NONE: readonly WrongPlace[] = [];

/** Many pairs of characters looked for in one pass (字对索引); a bit a pair tells at once where there is nothing. */
export class PairScanner {
  private readonly bits = new Int32Array(1 << (BITS - 5));
  private readonly probes = new Map<number, Probe[]>();

  /** Probes of one pair are asked in the order in which they were added. */
  add(pair: string, probe: Probe): void {
    const first = pair.charCodeAt(0);
    const second = pair.charCodeAt(1);
    const hash = hashPair(first, second);
    this.bits[hash >>> 5]! |= 1 << (hash & 31);
    const same = this.probes.get(first * 65_536 + second);
    if (same === undefined) this.probes.set(first * 65_536 + second, [probe]);
    else same.push(probe);
  }

  /** What is found in `[start, end)`, in text order, none over another. */
  scan(text: string, start: number, end: number): readonly WrongPlace[] {
    let places: WrongPlace[] | undefined;
    let past = start;
    let code = start < end ? text.charCodeAt(start) : 0;
    // Codes one, two and three places back, and how many characters in a row equal the one two, three, four back.
    let [back1, back2, back3, twos, threes, fours] = [0, 0, 0, 0, 0, 0];
    for (let at = start; at < end - 1; at += 1) {
      const next = text.charCodeAt(at + 1);
      twos = next === back1 ? twos + 1 : 0;
      threes = next === back2 ? threes + 1 : 0;
      fours = next === back3 ? fours + 1 : 0;
      if (twos === 2 || threes === 3 || fours === 4) {
        const size = twos === 2 ? 2 : threes === 3 ? 3 : 4;
        const repeat = findRepeat(text, at + 2, size, start, end);
        if (repeat !== undefined && repeat.start >= past) {
          (places ??= []).push(repeat);
          past = repeat.end;
        }
      }
      back3 = back2;
      back2 = back1;
      back1 = code;
      const hash = hashPair(code, next);
      if ((this.bits[hash >>> 5]! & (1 << (hash & 31))) !== 0) {
        const place = this.findAt(text, at, start, end);
        if (place !== undefined && place.start >= past) {
          (places ??= []).push(place);
          past = place.end;
        }
      }
      code = next;
    }
    return places ?? NONE;
  }

  private findAt(text: string, at: number, from: number, to: number): WrongPlace | undefined {
    for (const probe of this.probes.get(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)) ?? []) {
      const place = probe.find(text, at, from, to);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
}
