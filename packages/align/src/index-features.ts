const MOST_SLOTS = 1 << 18;
/** A feature that so many blocks have says nothing. */
const MOST_POSTINGS = 64;
/** More features than this are sampled: the same ones on both sides. */
const MOST_FEATURES = 400_000;
const MOST_CANDIDATES = 6;

/** Finds for some features the blocks that share the most of them, best first. */
export type FindCandidates = (features: Int32Array) => number[];

/** An inverted index over the features of some blocks. */
export function indexFeatures(blocks: readonly number[], featuresOf: (block: number) => Int32Array): FindCandidates {
  const total = blocks.reduce((sum, block) => sum + featuresOf(block).length, 0);
  const rate = Math.ceil(total / MOST_FEATURES);
  let bits = 8;
  while (1 << bits < total && 1 << bits < MOST_SLOTS) bits += 1;
  const slots = 1 << bits;
  const starts = new Int32Array(slots + 1);
  const eachSlot = (features: Int32Array, visit: (slot: number) => void) => {
    for (const feature of features) {
      const mixed = Math.imul(feature, 0x9e3779b1) >>> 0;
      if (rate <= 1 || mixed % rate === 0) visit(mixed >>> (32 - bits));
    }
  };
  for (const block of blocks) eachSlot(featuresOf(block), (slot) => (starts[slot + 1]! += 1));
  for (let slot = 0; slot < slots; slot += 1) starts[slot + 1]! += starts[slot]!;
  const postings = new Int32Array(starts[slots]!);
  const next = starts.slice();
  blocks.forEach((block, index) => eachSlot(featuresOf(block), (slot) => (postings[next[slot]!++] = index)));
  const counts = new Int32Array(blocks.length);
  return (features) => {
    const touched: number[] = [];
    eachSlot(features, (slot) => {
      const [from, to] = [starts[slot]!, starts[slot + 1]!];
      if (to - from > MOST_POSTINGS) return;
      for (let at = from; at < to; at += 1) {
        const index = postings[at]!;
        if (counts[index] === 0) touched.push(index);
        counts[index]! += 1;
      }
    });
    const best: number[] = [];
    for (const index of touched) {
      const rank = best.findIndex((other) => counts[index]! > counts[other]!);
      if (rank >= 0) best.splice(rank, 0, index);
      else if (best.length < MOST_CANDIDATES) best.push(index);
      if (best.length > MOST_CANDIDATES) best.pop();
    }
    for (const index of touched) counts[index] = 0;
    return best.map((index) => blocks[index]!);
  };
}
