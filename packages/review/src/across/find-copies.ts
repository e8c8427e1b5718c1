import type { Span } from '../finding.ts';
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
/** Han characters of a copy. */
const LEAST = 80;
const ALIKE = 0.8;

/** Finds passages that stand twice: within one volume where `earlier` is the same, else those taken from another. */
export function findCopies(volume: Volume, clauses: Clauses, other: Volume, earlier: Clauses): Copy[] {
  const pairs = pairClauses(clauses, earlier, volume === other);
  const copies: Copy[] = [];
  for (const chain of pairs.values()) {
    if (chain.length < 2 * 2) continue;
    const copy = judgeChain(volume, clauses, other, earlier, chain);
    if (copy !== undefined) copies.push(copy);
  }
  return copies.sort((a, b) => a.later.start - b.later.start);
}

/** Pairs of clauses alike, by the two blocks they lie in: `[later, earlier, later, earlier …]` in text order of the later. */
function pairClauses(clauses: Clauses, earlier: Clauses, isSame: boolean): Map<number, number[]> {
  const sieve = siftRepeated(clauses, isSame);
  const known = groupClauses(earlier, sieve);
  const pairs = new Map<number, number[]>();
  for (let index = 0; index < clauses.length; index += 1) {
    const hash = clauses.hashes[index]!;
    if (!lets(sieve, hash)) continue;
    const places = known.get(hash);
    if (places === undefined || places.length > FORMULA) continue;
    const block = clauses.blocks[index]!;
    for (const place of places) {
      const from = earlier.blocks[place]!;
      if (isSame && from >= block) break;
      const key = block * 2 ** 24 + from;
      const chain = pairs.get(key);
      if (chain === undefined) pairs.set(key, [index, place]);
      else chain.push(index, place);
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

function groupClauses(clauses: Clauses, sieve: Uint8Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let index = 0; index < clauses.length; index += 1) {
    const hash = clauses.hashes[index]!;
    if (!lets(sieve, hash)) continue;
    const group = groups.get(hash);
    if (group === undefined) groups.set(hash, [index]);
    else if (group.length <= FORMULA) group.push(index);
  }
  return groups;
}

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
        if (found !== undefined && found.length >= LEAST && found.alike > ALIKE)
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
