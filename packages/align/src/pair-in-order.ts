/** Pairs of two short lists, in order, with the greatest sum of scores; a pair with no score above 0 is none. */
export function pairInOrder(n: number, m: number, score: (inA: number, inB: number) => number): [number, number][] {
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const scores = new Float64Array(n * m);
  for (let inA = n - 1; inA >= 0; inA -= 1) {
    for (let inB = m - 1; inB >= 0; inB -= 1) {
      const own = score(inA, inB);
      scores[inA * m + inB] = own;
      const paired = own > 0 ? own + best[(inA + 1) * width + inB + 1]! : 0;
      best[inA * width + inB] = Math.max(paired, best[(inA + 1) * width + inB]!, best[inA * width + inB + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [inA, inB] = [0, 0];
  while (inA < n && inB < m) {
    const here = best[inA * width + inB]!;
    const own = scores[inA * m + inB]!;
    if (own > 0 && here === own + best[(inA + 1) * width + inB + 1]!) pairs.push([inA++, inB++]);
    else if (here === best[(inA + 1) * width + inB]!) inA += 1;
    else inB += 1;
  }
  return pairs;
}
