/**
 * The greedy search for the fewest differences (E. Myers 1986, An O(ND) difference algorithm) over `[aStart, aEnd, bStart,
 * bEnd]`. Writes the partners when it ends within `most` differences; says how many steps it took.
 */
export function searchShortest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [aStart, aEnd, bStart, bEnd]: readonly [number, number, number, number],
  most: number,
  partners: Int32Array,
): { isDone: boolean; steps: number } {
  const [n, m] = [aEnd - aStart, bEnd - bStart];
  const limit = Math.min(most, n + m);
  // The gap in length alone is more than may differ.
  if (Math.abs(n - m) > limit) return { isDone: false, steps: 0 };
  let steps = 0;
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  const middle = limit + 1;
  for (let d = 0; d <= limit; d += 1) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const [below, above] = [reach[middle + k - 1]!, reach[middle + k + 1]!];
      let x = k === -d || (k !== d && below < above) ? above : below + 1;
      let y = x - k;
      steps += 1;
      while (x < n && y < m && a[aStart + x] === b[bStart + y]) {
        x += 1;
        y += 1;
        steps += 1;
      }
      reach[middle + k] = x;
      if (x < n || y < m) continue;
      walkBack(trace, [n, m], (inA, inB) => (partners[aStart + inA] = bStart + inB));
      return { isDone: true, steps };
    }
  }
  return { isDone: false, steps };
}

/** Walks from the end to the start through what every round had reached, and names the pairs on the way. */
function walkBack(
  trace: readonly Int32Array[],
  end: readonly [number, number],
  pair: (inA: number, inB: number) => void,
): void {
  let [x, y] = end;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d]!;
    const at = (k: number) => reach[k + d + 1]!;
    const k = x - y;
    const before = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(before);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pair(x, y);
    }
    [x, y] = [fromX, fromY];
  }
}
