import type { Volume } from '../volume.ts';

const ENTRY = /^(?:【([^【】\n]{1,40})】|\[([^[\]\n]{1,40})\]|〔([^〔〕\n]{1,40})〕)/u;
/** How far back the paragraph that opens an entry is looked for. */
const BLOCKS = 30;

/** Title of the entry a block lies in (所在条目), without its brackets; '' where the book has no outline. */
export function titleOfPlace({ text, blocks, nodes }: Volume, block: number): string {
  const { node } = blocks[block]!;
  for (let index = block; index >= Math.max(0, block - BLOCKS); index -= 1) {
    const { start, end, node: owner, kind } = blocks[index]!;
    if (owner !== node || kind === 'heading') break;
    const found = ENTRY.exec(text.slice(start, Math.min(end, start + 44)));
    if (found !== null) return found[1] ?? found[2] ?? found[3]!;
  }
  return (nodes[node]?.title ?? '').replaceAll(/[【】\s]/gu, '');
}
