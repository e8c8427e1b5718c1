import type { Block, Volume } from '../volume.ts';

/** What stands right above a table (表题): its lines in order, title, number and unit line as printed. */
export interface TableCaption {
  readonly lines: readonly Block[];
  /** All lines in one, without spaces. */
  readonly text: string;
}

/** Captions further above belong to something else. */
const MOST_LINES = 3;

/** Reads the caption lines right above a table. */
export function readTableCaption({ text, blocks }: Volume, table: Block): TableCaption {
  const at = findIndex(blocks, table);
  const lines: Block[] = [];
  for (let index = at - 1; index >= 0 && lines.length < MOST_LINES; index -= 1) {
    const block = blocks[index]!;
    if (block.kind !== 'caption') break;
    lines.unshift(block);
  }
  return { lines, text: lines.map(({ start, end }) => text.slice(start, end).replace(/[\s\u3000]+/gu, '')).join(' ') };
}

/** Index of a block, by halving its start. */
export function findIndex(blocks: readonly Block[], block: Block): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < block.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
