import { findAnchors } from './find-anchors.ts';
import { searchShortest } from './search-shortest.ts';

/** Beyond so many differences a region is cut at anchors instead: the search costs the square of them. */
const MOST_DIFFERENCES = 600;
/** Steps of all searches of one call; when they are spent, regions get the few differences that follow, then nothing. */
const MOST_STEPS = 12_000_000;
const FEW_DIFFERENCES = 24;
/** Lengths of the runs that may serve as anchors, tried in turn; short ones only where that is cheap. */
const ANCHOR_LENGTHS = [24, 8, 3, 1];
const LONG_ANCHOR_LENGTHS = [24, 8];
const LONG = 100_000;

/**
 * Which elements of two sequences correspond, in order: index in `a` → index in `b`, -1 where it has no partner. As many
 * as possible while the differences are few; else what unique runs hold apart. `anchorsFirst` takes single elements that
 * are unique on both sides before anything else (patience), which suits blocks and rows better than characters.
 */
export function diffSequences(a: ArrayLike<number>, b: ArrayLike<number>, anchorsFirst = false): Int32Array {
  const partners = new Int32Array(a.length).fill(-1);
  let steps = MOST_STEPS;
  const regions: { area: [number, number, number, number]; isPatient: boolean }[] = [
    { area: [0, a.length, 0, b.length], isPatient: anchorsFirst },
  ];
  for (let region = regions.pop(); region; region = regions.pop()) {
    let [aStart, aEnd, bStart, bEnd] = region.area;
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) partners[aStart++] = bStart++;
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) partners[--aEnd] = --bEnd;
    if (aStart === aEnd || bStart === bEnd) continue;
    const area: [number, number, number, number] = [aStart, aEnd, bStart, bEnd];
    if (!region.isPatient) {
      const found = searchShortest(a, b, area, steps > 0 ? MOST_DIFFERENCES : FEW_DIFFERENCES, partners);
      steps -= found.steps;
      if (found.isDone || steps < -MOST_STEPS) continue;
    }
    const size = aEnd - aStart + bEnd - bStart;
    steps -= size;
    const lengths = region.isPatient ? [1] : size > LONG ? LONG_ANCHOR_LENGTHS : ANCHOR_LENGTHS;
    const anchors = findAnchors(a, b, area, lengths);
    if (anchors.length === 0 && region.isPatient) regions.push({ area, isPatient: false });
    if (anchors.length === 0) continue;
    let [left, right] = [aStart, bStart];
    for (const [inA, inB] of anchors) {
      // The run of the anchor before has grown over this one, or past it.
      if (inA < left || inB < right) continue;
      if (inA > left && inB > right) regions.push({ area: [left, inA, right, inB], isPatient: region.isPatient });
      [left, right] = [inA, inB];
      while (left < aEnd && right < bEnd && a[left] === b[right]) partners[left++] = right++;
    }
    if (left < aEnd && right < bEnd) regions.push({ area: [left, aEnd, right, bEnd], isPatient: region.isPatient });
  }
  return partners;
}
