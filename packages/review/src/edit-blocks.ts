import type { Block, OutlineNode, Volume } from './volume.ts';

/** Characters of the blocks before and behind that a rule may look at. */
const NEAR = 400;

/** A book whose blocks are being edited: edits are gathered, and laid into the text when it is asked for. */
export interface EditedBlocks {
  readonly replace: (index: number, text: string) => void;
  /** A small volume of a block and what stands around it, and the index of the block in it. */
  readonly around: (index: number) => { volume: Volume; index: number };
  /** Where a block begins in the edited book. */
  readonly startOf: (index: number) => number;
  readonly volume: () => Volume;
}

/** Opens the blocks of a book for edits; a keystroke costs the blocks edited since the book was last asked for, not the book. */
export function editBlocks(opened: Volume): EditedBlocks {
  let base = opened;
  let edited = new Map<number, string>();

  const textOf = (index: number): string => {
    const { start, end } = base.blocks[index]!;
    return edited.get(index) ?? base.text.slice(start, end);
  };
  const startOf = (index: number): number => {
    let start = base.blocks[index]!.start;
    for (const [at, text] of edited) if (at < index) start += growth(base.blocks[at]!, text);
    return start;
  };

  return {
    startOf,
    replace(index, text) {
      const block = base.blocks[index];
      if (block === undefined || block.kind === 'table') throw new RangeError('a block of running text');
      if (/[\n\t]/u.test(text)) throw new RangeError('a block is one line');
      edited.set(index, text);
    },
    around(index) {
      const from = Math.max(0, index - 1);
      let text = from === 0 ? '' : cutTail(base.text, base.blocks[from]!.start);
      const blocks: Block[] = [];
      for (let at = from; at <= Math.min(index + 1, base.blocks.length - 1); at += 1) {
        const start = text.length;
        text += textOf(at);
        blocks.push(moveBlock(base.blocks[at]!, start - base.blocks[at]!.start, text.length));
        text += '\n';
      }
      return { volume: { text, blocks, nodes: base.nodes }, index: index - from };
    },
    volume() {
      if (edited.size > 0) base = layEdits(base, edited);
      edited = new Map();
      return base;
    },
  };
}

function cutTail(text: string, at: number): string {
  return text.slice(Math.max(0, at - NEAR), at);
}

function growth({ start, end }: Block, text: string): number {
  return text.length - (end - start);
}

/** Lays all edits into the book in one pass. */
function layEdits({ text, blocks, nodes }: Volume, edited: ReadonlyMap<number, string>): Volume {
  const pieces: string[] = [];
  const moved: Block[] = [];
  let by = 0;
  let from = 0;
  const places = nodes.map(({ start, end }) => ({ start, end }));
  const titles = new Map<number, string>();
  blocks.forEach((block, index) => {
    const written = edited.get(index);
    if (written === undefined) {
      moved.push(moveBlock(block, by, block.end + by));
      return;
    }
    pieces.push(text.slice(from, block.start), written);
    from = block.end;
    moved.push({ ...block, start: block.start + by, end: block.start + by + written.length });
    if (block.kind === 'heading' && nodes[block.node]?.start === block.start) titles.set(block.node, written);
    const grown = growth(block, written);
    nodes.forEach((node, at) => {
      if (node.start > block.start) places[at]!.start += grown;
      if (node.end > block.start) places[at]!.end += grown;
    });
    by += grown;
  });
  pieces.push(text.slice(from));
  const outline = nodes.map((node, at): OutlineNode => ({
    ...node,
    ...places[at]!,
    title: titles.get(at) ?? node.title,
  }));
  return { text: pieces.join(''), blocks: moved, nodes: outline };
}

function moveBlock(block: Block, by: number, end: number): Block {
  if (by === 0 && end === block.end) return block;
  const { table } = block;
  const moved = { ...block, start: block.start + by, end };
  if (table === undefined) return moved;
  const cells = table.cells.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by }));
  return { ...moved, table: { ...table, cells } };
}
