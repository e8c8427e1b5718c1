import type { Outline } from './finding-index.ts';

/** The innermost outline node that holds the block (所在篇目). Nodes stand in text order, children after their parent. */
export function nodeAtBlock(nodes: Outline['nodes'], block: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.firstBlock <= block) low = middle + 1;
    else high = middle;
  }
  let node = low - 1;
  while (node > 0 && nodes[node]!.endBlock <= block) node = nodes[node]!.parent;
  return Math.max(0, node);
}
