import type { Described } from './describe-blocks.ts';
import { diffSequences } from './diff-sequences.ts';

/** A text at least so long is taken for the same passage wherever it stands; a shorter one only beside its neighbours. */
const LEAST_MOVED = 8;

/** Partners of blocks with the same characters: block of `a` → block of `b`, -1 where there is none. */
export function matchExact(a: Described, b: Described): Int32Array {
  const partners = diffSequences(a.ids, b.ids, true);
  const taken = new Uint8Array(b.ids.length);
  for (const partner of partners) if (partner >= 0) taken[partner] = 1;
  const take = (inA: number, inB: number) => {
    partners[inA] = inB;
    taken[inB] = 1;
  };
  const waiting = new Map<number, number[]>();
  for (let inB = b.ids.length - 1; inB >= 0; inB -= 1) {
    if (taken[inB] || b.lengths[inB]! < LEAST_MOVED) continue;
    const queue = waiting.get(b.ids[inB]!);
    if (queue) queue.push(inB);
    else waiting.set(b.ids[inB]!, [inB]);
  }
  partners.forEach((partner, inA) => {
    const moved = partner < 0 ? waiting.get(a.ids[inA]!)?.pop() : undefined;
    if (moved !== undefined) take(inA, moved);
  });
  for (const step of [1, -1]) {
    for (let inA = step > 0 ? 0 : a.ids.length - 1; inA >= 0 && inA < a.ids.length; inA += step) {
      const [next, other] = [inA + step, partners[inA]! + step];
      if (partners[inA]! < 0 || partners[next] !== -1 || taken[other] !== 0) continue;
      if (a.ids[next] === b.ids[other]) take(next, other);
    }
  }
  return partners;
}
