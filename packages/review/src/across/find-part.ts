import type { Volume } from '../volume.ts';

/** The highest node but the book's own title that a node lies in (所在编、类目): 0 where there is none. */
export function findPart({ nodes }: Volume, node: number): number {
  let index = node;
  while (index > 0) {
    const { parent } = nodes[index]!;
    if (parent <= 0 || spansBook(nodes[parent]!, nodes[0]!.end)) return index;
    index = parent;
  }
  return 0;
}

/** The title of the book as the one highest heading. */
function spansBook({ parent, start, end }: Volume['nodes'][number], whole: number): boolean {
  return parent === 0 && end - start > whole * 0.9;
}
