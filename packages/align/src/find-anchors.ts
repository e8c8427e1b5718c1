import { pickIncreasing } from './pick-increasing.ts';

const EMPTY = -1;
const TWICE = -2;
const BASE = 0x01000193;
/** Of runs in longer regions every sixteenth is looked at, the same ones on both sides: an anchor grows by itself. */
const LONG = 20_000;
const SAMPLED = 15;

/**
 * Anchors of a patience diff: pairs of places where a run stands once on either side, in the order of both. The first of
 * `lengths` that has any is taken.
 */
export function findAnchors(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [aStart, aEnd, bStart, bEnd]: readonly [number, number, number, number],
  lengths: readonly number[],
): (readonly [number, number])[] {
  for (const length of lengths) {
    if (aEnd - aStart < length || bEnd - bStart < length) continue;
    const pairs = findCommonRuns(a, b, [aStart, aEnd, bStart, bEnd], length);
    const kept = pickIncreasing(
      pairs.map(([, inB]) => inB - bStart),
      () => 1,
    );
    if (kept.length > 0) return kept.map((index) => pairs[index]!);
  }
  return [];
}

/** Pairs of places of the runs that stand once on either side, in the order of `a`; an open hash table over `a`. */
function findCommonRuns(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [aStart, aEnd, bStart, bEnd]: readonly [number, number, number, number],
  length: number,
): [number, number][] {
  const mask = length > 1 && aEnd - aStart + bEnd - bStart > LONG ? SAMPLED : 0;
  let size = 16;
  while (size < (mask > 0 ? 0.25 : 2) * (aEnd - aStart)) size *= 2;
  let room = 0.75 * size;
  const hashes = new Int32Array(size);
  const inA = new Int32Array(size).fill(EMPTY);
  const inB = new Int32Array(size).fill(EMPTY);
  const slotOf = (hash: number) => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (inA[slot] !== EMPTY && hashes[slot] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  };
  eachRun(a, aStart, aEnd, length, mask, (hash, place) => {
    const slot = slotOf(hash);
    // Whoever writes a text for these hashes shall not find a table without an empty slot.
    if (inA[slot] === EMPTY && (room -= 1) < 0) return;
    inA[slot] = inA[slot] === EMPTY ? place : TWICE;
    hashes[slot] = hash;
  });
  eachRun(b, bStart, bEnd, length, mask, (hash, place) => {
    const slot = slotOf(hash);
    if (inA[slot]! >= 0) inB[slot] = inB[slot] === EMPTY ? place : TWICE;
  });
  const pairs: [number, number][] = [];
  for (let slot = 0; slot < size; slot += 1) {
    const [place, other] = [inA[slot]!, inB[slot]!];
    if (place >= 0 && other >= 0 && isEqual(a, place, b, other, length)) pairs.push([place, other]);
  }
  return pairs.sort(([one], [two]) => one - two);
}

/** Visits runs of a length with their rolling hash: all whose hash has none of the bits of the mask. */
function eachRun(
  items: ArrayLike<number>,
  start: number,
  end: number,
  length: number,
  mask: number,
  visit: (hash: number, place: number) => void,
): void {
  let top = 1;
  for (let index = 0; index < length; index += 1) top = Math.imul(top, BASE);
  let hash = 0;
  for (let index = start; index < end; index += 1) {
    hash = (Math.imul(hash, BASE) + mix(items[index]!)) | 0;
    if (index >= start + length) hash = (hash - Math.imul(mix(items[index - length]!), top)) | 0;
    if (index >= start + length - 1 && ((hash >>> 11) & mask) === 0) visit(hash, index - length + 1);
  }
}

function mix(item: number): number {
  const product = Math.imul(item ^ (item >>> 15), 0x2c1b3c6d);
  return product ^ (product >>> 12);
}

function isEqual(a: ArrayLike<number>, inA: number, b: ArrayLike<number>, inB: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (a[inA + index] !== b[inB + index]) return false;
  return true;
}
