import type { Volume } from '../volume.ts';

/** What stands directly under a node of the outline. */
export interface Branch {
  readonly children: number[];
  /** Paragraphs of its own, not of its children. */
  paragraphs: number;
  /** Characters of those paragraphs. */
  length: number;
  tables: number;
}

/** Reads for every node what stands directly under it. */
export function readBranches({ blocks, nodes }: Volume): Branch[] {
  const branches: Branch[] = nodes.map(() => ({ children: [], paragraphs: 0, length: 0, tables: 0 }));
  nodes.forEach(({ parent }, index) => branches[parent]?.children.push(index));
  for (const { kind, start, end, node } of blocks) {
    const branch = branches[node]!;
    if (kind === 'paragraph') {
      branch.paragraphs += 1;
      branch.length += end - start;
    } else if (kind === 'table' || kind === 'image') branch.tables += 1;
  }
  return branches;
}
