import type { Span } from '../finding.ts';
import { keepShape } from '../keep-shape.ts';
import type { Volume } from '../volume.ts';
import { compareWording } from './compare-wording.ts';
import type { Clauses } from './read-clauses.ts';

/** Two passages of much the same words (雷同段落): `later` in the book under review, `earlier` before it or in last year's. */
export interface Copy {
  readonly later: Span;
  readonly earlier: Span;
  /** Blocks they lie in. */
  readonly laterBlock: number;
  readonly earlierBlock: number;
  /** Whether every figure is the same too. */
  readonly sameFigures: number;
  readonly figures: number;
  readonly isVerbatim: boolean;
}

/** Clauses that stand oftener are formulas of the trade. */
const FORMULA = 5;
/** Clauses of a copy follow each other no further apart than this. */
const GAP = 90;
/** Characters of a copy, and Han characters among them. */
const LEAST = 80;
const LEAST_HAN = 56;
const ALIKE = 0.8;

/** So many copies tell of a part that was pasted twice: the rest is not gone through. */
const MOST_COPIES = 60;
/** Pairs of clauses alike that are looked at, in text order. */
const MOST_PAIRS = 12_000;

/** Finds passages that stand twice: within one volume where `other` is the same, else those taken from another. */
export function findCopies(volume: Volume, clauses: Clauses, other: Volume, earlier: Clauses): Copy[] {
  const pairs = pairClauses(clauses, earlier, volume === other);
  const copies: Copy[] = [];
  for (const chain of pairs.values()) {
    if (chain.length < 2 * 2) continue;
    const copy = judgeChain(volume, clauses, other, earlier, chain);
    if (copy !== undefined && copies.push(copy) >= MOST_COPIES) break;
  }
  return copies.sort((a, b) => a.later.start - b.later.start);
}

/** Pairs of clauses alike, by the two blocks they lie in: `[later, earlier, later, earlier …]` in text order of the later. */
function pairClauses(clauses: Clauses, earlier: Clauses, isSame: boolean): Map<number, number[]> {
  const sieve = siftRepeated(clauses, isSame);
  const known = new ClauseTable(earlier, sieve);
  const pairs = new Map<number, number[]>();
  let count = 0;
  for (let index = 0; index < clauses.length && count < MOST_PAIRS; index += 1) {
    const hash = clauses.hashes[index]!;
    if (!lets(sieve, hash)) continue;
    const block = clauses.blocks[index]!;
    for (let place = known.first(hash); place >= 0; place = known.next(place)) {
      const from = earlier.blocks[place]!;
      if (isSame && from >= block) break;
      const key = block * 2 ** 24 + from;
      const chain = pairs.get(key);
      if (chain === undefined) pairs.set(key, [index, place]);
      else chain.push(index, place);
      count += 1;
    }
  }
  return pairs;
}

/** Bits of the clauses that may stand twice here; of all of them where another book is compared. */
function siftRepeated(clauses: Clauses, isSame: boolean): Uint8Array {
  let size = 1024;
  while (size < clauses.length * SPARSE) size *= 2;
  const seen = new Uint8Array(size >> 3);
  const twice = isSame ? new Uint8Array(size >> 3) : seen;
  for (let index = 0; index < clauses.length; index += 1) {
    const bit = clauses.hashes[index]! & (size - 1);
    const mask = 1 << (bit & 7);
    if (isSame && (seen[bit >> 3]! & mask) !== 0) twice[bit >> 3]! |= mask;
    seen[bit >> 3]! |= mask;
  }
  return twice;
}

function lets(sieve: Uint8Array, hash: number): boolean {
  const bit = hash & (sieve.length * 8 - 1);
  return (sieve[bit >> 3]! & (1 << (bit & 7))) !== 0;
}

/** Clauses by their hash, in text order. */
class ClauseTable {
  private readonly hashes: Int32Array;
  private readonly mask: number;
  /** By slot: first and last clause + 1, and how many. */
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly counts: Uint8Array;
  /** By clause: the next one alike + 1. */
  private readonly following: Int32Array;

  constructor(clauses: Clauses, sieve: Uint8Array) {
    this.hashes = clauses.hashes;
    let kept = 0;
    for (let index = 0; index < clauses.length; index += 1) if (lets(sieve, clauses.hashes[index]!)) kept += 1;
    let size = 1024;
    while (size < kept * 2) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size);
    this.tails = new Int32Array(size);
    this.counts = new Uint8Array(size);
    this.following = new Int32Array(clauses.length);
    for (let index = 0; index < clauses.length; index += 1) {
      const hash = clauses.hashes[index]!;
      if (lets(sieve, hash)) this.add(this.find(hash), index);
    }
  }

  /** The first clause of this hash; -1 where there is none, or it is a formula. */
  first(hash: number): number {
    const slot = this.find(hash);
    return this.counts[slot]! > FORMULA ? -1 : this.heads[slot]! - 1;
  }

  next(index: number): number {
    return this.following[index]! - 1;
  }

  private add(slot: number, index: number): void {
    if (this.heads[slot] === 0) this.heads[slot] = index + 1;
    else this.following[this.tails[slot]! - 1] = index + 1;
    this.tails[slot] = index + 1;
    if (this.counts[slot]! < 255) this.counts[slot]! += 1;
  }

  private find(hash: number): number {
    let slot = (hash >>> 3) & this.mask;
    while (this.heads[slot] !== 0 && this.hashes[this.heads[slot]! - 1] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

const NONE = new Int32Array();
keepShape(new ClauseTable({ length: 0, starts: NONE, blocks: NONE, hashes: NONE }, new Uint8Array()));

/** Bits a clause has in the sieve. */
const SPARSE = 16;

function judgeChain(
  volume: Volume,
  clauses: Clauses,
  other: Volume,
  earlier: Clauses,
  chain: readonly number[],
): Copy | undefined {
  const laterBlock = clauses.blocks[chain[0]!]!;
  const earlierBlock = earlier.blocks[chain[1]!]!;
  const one = volume.blocks[laterBlock]!;
  const two = other.blocks[earlierBlock]!;
  let best: Copy | undefined;
  let first = 0;
  for (let at = 0; at < chain.length; at += 2) {
    const next = at + 2;
    const goesOn =
      next < chain.length &&
      follows(clauses.starts[chain[at]!]!, clauses.starts[chain[next]!]!) &&
      follows(earlier.starts[chain[at + 1]!]!, earlier.starts[chain[next + 1]!]!);
    if (goesOn) continue;
    if (at > first) {
      const later = grow(volume.text, clauses.starts[chain[first]!]!, clauses.starts[chain[at]!]!, one, {
        text: other.text,
        from: earlier.starts[chain[first + 1]!]!,
        to: earlier.starts[chain[at + 1]!]!,
        bounds: two,
      });
      const isLong = later[0].end - later[0].start >= LEAST;
      if (isLong && (best === undefined || later[0].end - later[0].start > best.later.end - best.later.start)) {
        const found = compareWording(volume.text, later[0], other.text, later[1]);
        if (found !== undefined && found.length >= LEAST_HAN && found.alike > ALIKE)
          best = {
            later: later[0],
            earlier: later[1],
            laterBlock,
            earlierBlock,
            sameFigures: found.sameFigures,
            figures: found.figures,
            isVerbatim: found.isVerbatim,
          };
      }
    }
    first = next;
  }
  return best;
}

function follows(one: number, two: number): boolean {
  return two > one && two - one <= GAP;
}

interface Counterpart {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly bounds: Span;
}

/** The spans from first clause to last, widened as long as both places read the same. */
function grow(text: string, from: number, to: number, bounds: Span, other: Counterpart): readonly [Span, Span] {
  let [start, otherStart] = [from, other.from];
  while (
    start > bounds.start &&
    otherStart > other.bounds.start &&
    isAlike(text.charCodeAt(start - 1), other.text.charCodeAt(otherStart - 1))
  ) {
    start -= 1;
    otherStart -= 1;
  }
  let [end, otherEnd] = [to, other.to];
  while (
    end < bounds.end &&
    otherEnd < other.bounds.end &&
    isAlike(text.charCodeAt(end), other.text.charCodeAt(otherEnd))
  ) {
    end += 1;
    otherEnd += 1;
  }
  // From the first word on, not from the mark before it.
  while (start < end && /[】，。；：、）\s]/u.test(text[start]!)) {
    start += 1;
    otherStart += 1;
  }
  while (end > start && /[，、：\s]/u.test(text[end - 1]!)) {
    end -= 1;
    otherEnd -= 1;
  }
  return [
    { start, end },
    { start: otherStart, end: otherEnd },
  ];
}

/** The same character, or a digit each. */
function isAlike(one: number, two: number): boolean {
  return one === two || (one >= 0x30 && one <= 0x39 && two >= 0x30 && two <= 0x39);
}
