import { makeFeatureBag, type FeatureBag } from './count-shared.ts';
import type { Described } from './describe-blocks.ts';
import { indexFeatures } from './index-features.ts';
import { numberGaps } from './number-gaps.ts';

/** A passage found again: runs of blocks of both sides, one of them a single block. */
export interface Passage {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

interface Proposal extends Passage {
  readonly score: number;
}

/** Shared part of the features that makes two blocks one: where the neighbours agree, and anywhere in the book. */
const LEAST_LOCAL = 0.35;
const LEAST_ANYWHERE = 0.55;
const LEAST_LENGTH_ANYWHERE = 12;
/** What counts in favour of a partner that stands where it is looked for. */
const LOCAL_BONUS = 0.15;
/** Part of a block that must be found in the one it was split from, or merged into; and of both taken together. */
const LEAST_CONTAINED = 0.6;
const LEAST_TOGETHER = 0.6;

/** Finds edited, split and merged passages among the blocks that have no partner yet; the best first, each block once. */
export function matchSimilar(a: Described, b: Described, partners: Int32Array): Passage[] {
  const gaps = numberGaps(a, b, partners);
  const freeA = [...partners.keys()].filter((inA) => partners[inA] === -1);
  const isFreeB = new Uint8Array(b.ids.length).fill(1);
  for (const partner of partners) if (partner >= 0) isFreeB[partner] = 0;
  const freeB = [...isFreeB.keys()].filter((inB) => isFreeB[inB] === 1);
  if (freeA.length === 0 || freeB.length === 0) return [];
  const isLocal = (inA: number, inB: number) =>
    gaps.before[inA] === gaps.after[inB] ||
    (partners[inA - 1] ?? -1) === inB - 1 ||
    (partners[inA + 1] ?? -1) === inB + 1;

  const bag = makeFeatureBag(Math.max(longest(freeA, a), longest(freeB, b)));
  const proposals: Proposal[] = [];
  const findInB = indexFeatures(freeB, b.features);
  for (const inA of freeA) {
    const candidates = findInB(a.features(inA)).filter((inB) => isComparable(a, inA, b, inB));
    if (candidates.length === 0) continue;
    bag.load(a.features(inA));
    for (const inB of candidates) {
      const score = scorePair(a, inA, b, inB, bag, isLocal(inA, inB));
      if (score > 0) proposals.push({ score, before: [inA], after: [inB] });
      const parts = growParts(a, inA, b, inB, isFreeB, bag);
      if (parts) proposals.push({ score: parts.score, before: [inA], after: parts.blocks });
    }
    bag.unload();
  }
  const isFreeA = new Uint8Array(a.ids.length);
  for (const inA of freeA) isFreeA[inA] = 1;
  const findInA = indexFeatures(freeA, a.features);
  for (const inB of freeB) {
    const candidates = findInA(b.features(inB)).filter((inA) => isComparable(b, inB, a, inA));
    if (candidates.length === 0) continue;
    bag.load(b.features(inB));
    for (const inA of candidates) {
      const parts = growParts(b, inB, a, inA, isFreeA, bag);
      if (parts) proposals.push({ score: parts.score, before: parts.blocks, after: [inB] });
    }
    bag.unload();
  }
  return pickBest(proposals, isFreeA, isFreeB);
}

function longest(blocks: readonly number[], side: Described): number {
  return blocks.reduce((most, block) => Math.max(most, side.features(block).length), 0);
}

/** Too unequal in length to be one, and to be part of it; comparing a small block with a vast one would cost its length. */
function isComparable(a: Described, inA: number, b: Described, inB: number): boolean {
  if (a.isTable(inA) !== b.isTable(inB)) return false;
  return b.features(inB).length <= 6 * a.features(inA).length;
}

/** How alike two blocks are, 0 when too little; the bag holds the first. */
function scorePair(a: Described, inA: number, b: Described, inB: number, bag: FeatureBag, isLocal: boolean): number {
  if (!isLocal && Math.min(a.lengths[inA]!, b.lengths[inB]!) < LEAST_LENGTH_ANYWHERE) return 0;
  const features = b.features(inB);
  const likeness = (2 * bag.count(features)) / (features.length + a.features(inA).length);
  if (likeness < (isLocal ? LEAST_LOCAL : LEAST_ANYWHERE)) return 0;
  return likeness + (isLocal ? LOCAL_BONUS : 0);
}

/** Neighbouring blocks that are together what the block in the bag is; undefined where there are not two of them. */
function growParts(
  whole: Described,
  inWhole: number,
  parts: Described,
  first: number,
  isFree: Uint8Array,
  bag: FeatureBag,
): { blocks: number[]; score: number } | undefined {
  if (whole.isTable(inWhole)) return undefined;
  const size = whole.features(inWhole).length;
  const contains = (block: number) => {
    if (isFree[block] !== 1 || parts.isTable(block)) return false;
    const features = parts.features(block);
    return features.length > 0 && features.length <= size && bag.count(features) >= LEAST_CONTAINED * features.length;
  };
  if (!contains(first)) return undefined;
  const blocks: number[] = [];
  let [shared, length] = [0, size];
  const add = (block: number) => {
    shared += bag.take(parts.features(block));
    length += parts.features(block).length;
    blocks.push(block);
  };
  add(first);
  const alone = (2 * shared) / length;
  for (let block = first + 1; contains(block); block += 1) add(block);
  for (let block = first - 1; contains(block); block -= 1) add(block);
  // What was taken out goes back for the next candidate.
  bag.unload();
  bag.load(whole.features(inWhole));
  const together = (2 * shared) / length;
  if (blocks.length < 2 || together < LEAST_TOGETHER || together <= alone) return undefined;
  // A split of two equal halves shall not lose against the likeness of one half.
  return { blocks: blocks.sort((one, two) => one - two), score: together + 2 * LOCAL_BONUS };
}

function pickBest(proposals: Proposal[], isFreeA: Uint8Array, isFreeB: Uint8Array): Passage[] {
  const picked: Passage[] = [];
  proposals.sort(
    (one, two) => two.score - one.score || one.before[0]! - two.before[0]! || one.after[0]! - two.after[0]!,
  );
  for (const { before, after } of proposals) {
    if (!before.every((inA) => isFreeA[inA]) || !after.every((inB) => isFreeB[inB])) continue;
    for (const inA of before) isFreeA[inA] = 0;
    for (const inB of after) isFreeB[inB] = 0;
    picked.push({ before, after });
  }
  return picked;
}
