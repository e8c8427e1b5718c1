import type { Side, SideBlock } from './side.ts';

/** What the search for partners knows of the blocks of one side; block numbers as in the side. */
export interface Described {
  /** Equal on both sides where the characters are, white space ignored. */
  readonly ids: Int32Array;
  /** Characters without white space. */
  readonly lengths: Int32Array;
  readonly isTable: (block: number) => boolean;
  readonly kind: (block: number) => string;
  /** Hashes of the pairs of neighbouring characters, of a table those of its cells; repeated as often as they stand. */
  readonly features: (block: number) => Int32Array;
  /** The characters themselves, without white space. */
  readonly characters: (block: number) => Int32Array;
}

/** Describes the blocks of a side; `known` numbers the texts and is shared by both sides. */
export function describeBlocks(side: Side, known: Map<string, number>): Described {
  const { text, blocks } = side;
  const ids = new Int32Array(blocks.length);
  const lengths = new Int32Array(blocks.length);
  blocks.forEach((block, index) => {
    const key = keyOf(text, block);
    let id = known.get(key);
    if (id === undefined) known.set(key, (id = known.size));
    ids[index] = id;
    lengths[index] = key.length;
  });
  const cache = new Map<number, Int32Array>();
  return {
    ids,
    lengths,
    isTable: (block) => blocks[block]!.table !== undefined,
    kind: (block) => blocks[block]!.kind,
    features: (block) => {
      const found = cache.get(block);
      if (found) return found;
      const features = featuresOf(text, blocks[block]!);
      cache.set(block, features);
      return features;
    },
    characters: (block) => toCodes(keyOf(text, blocks[block]!)),
  };
}

/** The cells of a table stay apart: `1 | 23` is not `12 | 3`. */
function keyOf(text: string, { start, end, table }: SideBlock): string {
  const own = text.slice(start, end);
  return table ? `\n${own.replaceAll(/[^\S\t\n]+/g, '')}` : own.replaceAll(/\s+/g, '');
}

function featuresOf(text: string, block: SideBlock): Int32Array {
  if (block.table) {
    const cells = block.table.cells.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ''));
    return Int32Array.from(cells.filter(Boolean), hash);
  }
  const codes = toCodes(keyOf(text, block));
  if (codes.length < 2) return codes;
  return codes.subarray(1).map((code, index) => Math.imul(codes[index]! * 65_537 + code, 0x2c1b3c6d) >> 4);
}

function toCodes(text: string): Int32Array {
  const codes = new Int32Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = text.charCodeAt(index);
  return codes;
}

function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum ^ (sum >>> 13);
}
