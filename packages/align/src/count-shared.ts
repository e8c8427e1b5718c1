const MOST_SLOTS = 1 << 20;

/** A bag of features that others are compared with, one at a time: `load`, then `count` or `take`, then `unload`. */
export interface FeatureBag {
  readonly load: (features: Int32Array) => void;
  /** How many of the features are in the bag, each place once; leaves the bag as it was. */
  readonly count: (features: Int32Array) => number;
  /** The same, and takes them out. */
  readonly take: (features: Int32Array) => number;
  readonly unload: () => void;
}

/** A bag for at most so many features; those that fall into one slot count as one, which is rare. */
export function makeFeatureBag(most: number): FeatureBag {
  let size = 256;
  while (size < 8 * most && size < MOST_SLOTS) size *= 2;
  const slots = new Int32Array(size);
  const slotOf = (feature: number) => (feature ^ (feature >>> 12)) & (size - 1);
  let loaded: Int32Array = new Int32Array(0);
  const take = (features: Int32Array) => {
    let shared = 0;
    for (const feature of features) {
      const slot = slotOf(feature);
      if (slots[slot]! > 0) shared += 1;
      // Below nothing as well: giving back restores every slot without a list of those that were met.
      slots[slot]! -= 1;
    }
    return shared;
  };
  const giveBack = (features: Int32Array) => {
    for (const feature of features) slots[slotOf(feature)]! += 1;
  };
  return {
    load: (features) => {
      loaded = features;
      giveBack(features);
    },
    count: (features) => {
      const shared = take(features);
      giveBack(features);
      return shared;
    },
    take: (features) => {
      const shared = take(features);
      if (shared < features.length)
        for (const feature of features) if (slots[slotOf(feature)]! < 0) slots[slotOf(feature)] = 0;
      return shared;
    },
    unload: () => {
      for (const feature of loaded) slots[slotOf(feature)] = 0;
    },
  };
}
