import { makeFeatureBag } from './count-shared.ts';
import type { Described } from './describe-blocks.ts';
import { numberGaps } from './number-gaps.ts';
import { pairInOrder } from './pair-in-order.ts';

/** Gaps with more pairs than this are left alone: there is no telling who belongs to whom. */
const MOST_PAIRS = 900;
/** Up to so many characters a block is compared by single characters: a heading has too few pairs of them. */
const SHORT = 24;
const LEAST_SHORT = 0.5;
const LEAST_LONG = 0.25;
const LEAST_TABLE = 0.2;
/** Longer blocks are compared only where there is one on either side: each with each would cost too much. */
const LONGEST = 4000;

/** Pairs what is left between the same neighbours, in order, with less likeness than elsewhere; adds to `partners`. */
export function matchLeftovers(a: Described, b: Described, partners: Int32Array, takenB: Uint8Array): void {
  const gaps = numberGaps(a, b, partners);
  const inGapA = groupByGap(gaps.before, (inA) => partners[inA] === -1);
  const inGapB = groupByGap(gaps.after, (inB) => takenB[inB] === 0);
  const bag = makeFeatureBag([...inGapA.values()].flat().reduce((most, inA) => Math.max(most, a.lengths[inA]!), 0));
  for (const [gap, ofA] of inGapA) {
    const ofB = inGapB.get(gap) ?? [];
    if (ofB.length === 0 || ofA.length * ofB.length > MOST_PAIRS) continue;
    const isLone = ofA.length === 1 && ofB.length === 1;
    const pairs = pairInOrder(ofA.length, ofB.length, (one, two) => {
      const [inA, inB] = [ofA[one]!, ofB[two]!];
      if (a.kind(inA) !== b.kind(inB)) return 0;
      if (!isLone && Math.max(a.lengths[inA]!, b.lengths[inB]!) > LONGEST) return 0;
      const isTable = a.isTable(inA) && b.isTable(inB);
      // A table under its caption is that table, whatever became of its cells.
      if (isTable && inA > 0 && partners[inA - 1] === inB - 1 && a.kind(inA - 1) === 'caption') return 1;
      const isShort = !isTable && Math.max(a.lengths[inA]!, b.lengths[inB]!) <= SHORT;
      const [own, other] = isShort ? [a.characters(inA), b.characters(inB)] : [a.features(inA), b.features(inB)];
      bag.load(own);
      const likeness = (2 * bag.count(other)) / (own.length + other.length || 1);
      bag.unload();
      return likeness >= (isTable ? LEAST_TABLE : isShort ? LEAST_SHORT : LEAST_LONG) ? likeness : 0;
    });
    for (const [one, two] of pairs) {
      partners[ofA[one]!] = ofB[two]!;
      takenB[ofB[two]!] = 1;
    }
  }
}

function groupByGap(gaps: Int32Array, isFree: (block: number) => boolean): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  gaps.forEach((gap, block) => {
    if (!isFree(block)) return;
    const group = groups.get(gap);
    if (group) group.push(block);
    else groups.set(gap, [block]);
  });
  return groups;
}
