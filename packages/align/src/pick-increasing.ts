/** Indices of the heaviest strictly increasing subsequence of whole numbers from 0 upwards; in order. */
export function pickIncreasing(values: readonly number[], weigh: (index: number) => number): number[] {
  const size = values.reduce((most, value) => Math.max(most, value), 0) + 2;
  // A Fenwick tree of the best chain that ends with a value below.
  const best = new Float64Array(size);
  const last = new Int32Array(size).fill(-1);
  const previous = new Int32Array(values.length).fill(-1);
  let [end, heaviest] = [-1, 0];
  values.forEach((value, index) => {
    let [weight, from] = [0, -1];
    for (let at = value; at > 0; at -= at & -at) if (best[at]! > weight) [weight, from] = [best[at]!, last[at]!];
    weight += weigh(index);
    previous[index] = from;
    if (weight > heaviest) [heaviest, end] = [weight, index];
    for (let at = value + 1; at < size; at += at & -at) if (weight > best[at]!) [best[at], last[at]] = [weight, index];
  });
  const kept: number[] = [];
  for (let index = end; index >= 0; index = previous[index]!) kept.push(index);
  return kept.reverse();
}
