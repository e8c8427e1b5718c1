import type { Block } from '../volume.ts';

/** Index of the block a place lies in (所在段), by halving; -1 between blocks. */
export function findBlock(blocks: readonly Block[], at: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle]!;
    if (at < block.start) high = middle - 1;
    else if (at >= block.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
