import type { Described } from './describe-blocks.ts';
import { pickIncreasing } from './pick-increasing.ts';

/**
 * Numbers the gaps between partners that stand in order: blocks of either side with the same number stand between the
 * same neighbours. The order is that of the longest text, so what was moved does not part anything.
 */
export function numberGaps(
  a: Described,
  b: Described,
  partners: Int32Array,
): { before: Int32Array; after: Int32Array } {
  const matched = [...partners.keys()].filter((inA) => partners[inA]! >= 0);
  const kept = pickIncreasing(
    matched.map((inA) => partners[inA]!),
    (index) => a.lengths[matched[index]!]! + 1,
  ).map((index) => matched[index]!);
  return {
    before: countUpTo(kept, a.ids.length),
    after: countUpTo(
      kept.map((inA) => partners[inA]!),
      b.ids.length,
    ),
  };
}

/** For every place, how many of some places in order stand before or at it. */
function countUpTo(places: readonly number[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const place of places) counts[place] = 1;
  for (let index = 1; index < size; index += 1) counts[index]! += counts[index - 1]!;
  return counts;
}
