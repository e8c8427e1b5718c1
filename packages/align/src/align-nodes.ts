import type { AlignedRow } from './alignment.ts';
import type { Side } from './side.ts';

/** Outline node of `before` → that of `after`, -1 where gone: by its heading, else by its title, else by what stands in it. */
export function alignNodes(before: Side, after: Side, rows: readonly AlignedRow[]): number[] {
  const nodes = before.nodes.map(() => -1);
  const taken = new Set<number>();
  const pair = (inA: number, inB: number) => {
    if (nodes[inA] !== -1 || taken.has(inB)) return;
    nodes[inA] = inB;
    taken.add(inB);
  };
  if (before.nodes.length > 0 && after.nodes.length > 0) pair(0, 0);
  const [opensA, opensB] = [findOpened(before), findOpened(after)];
  for (const row of rows) {
    const [inA, inB] = [opensA.get(row.before[0] ?? -1), opensB.get(row.after[0] ?? -1)];
    if (row.before.length === 1 && row.after.length === 1 && inA !== undefined && inB !== undefined) pair(inA, inB);
  }
  pairByTitle(before, after, nodes, taken, pair);
  for (const [inA, inB] of countVotes(before, after, rows, nodes, taken)) pair(inA, inB);
  return nodes;
}

/** Heading block → the node it opens. */
function findOpened({ blocks, nodes }: Side): Map<number, number> {
  const opened = new Map<number, number>();
  blocks.forEach(({ kind, node, start }, index) => {
    if (kind === 'heading' && node > 0 && nodes[node]?.start === start) opened.set(index, node);
  });
  return opened;
}

/** Children of paired parents that bear the same title, in order; parents come before their children. */
function pairByTitle(
  before: Side,
  after: Side,
  nodes: readonly number[],
  taken: ReadonlySet<number>,
  pair: (inA: number, inB: number) => void,
): void {
  const key = (parent: number, title: string) => `${parent} ${title.replaceAll(/\s+/g, '')}`;
  const waiting = new Map<string, number[]>();
  for (let inB = after.nodes.length - 1; inB > 0; inB -= 1) {
    if (taken.has(inB)) continue;
    const { parent, title } = after.nodes[inB]!;
    const queue = waiting.get(key(parent, title));
    if (queue) queue.push(inB);
    else waiting.set(key(parent, title), [inB]);
  }
  before.nodes.forEach(({ parent, title }, inA) => {
    if (nodes[inA] !== -1 || parent < 0) return;
    const inB = waiting.get(key(nodes[parent]!, title))?.pop();
    if (inB !== undefined) pair(inA, inB);
  });
}

/** Pairs of nodes that share text and have no partner, those that share most first. */
function countVotes(
  before: Side,
  after: Side,
  rows: readonly AlignedRow[],
  nodes: readonly number[],
  taken: ReadonlySet<number>,
): (readonly [number, number])[] {
  const votes = new Map<string, { pair: readonly [number, number]; characters: number }>();
  for (const row of rows) {
    if (row.before.length === 0 || row.after.length === 0) continue;
    const block = before.blocks[row.before[0]!]!;
    const [inA, inB] = [block.node, after.blocks[row.after[0]!]!.node];
    if (nodes[inA] !== -1 || taken.has(inB)) continue;
    const vote = votes.get(`${inA} ${inB}`) ?? { pair: [inA, inB], characters: 0 };
    vote.characters += block.end - block.start;
    votes.set(`${inA} ${inB}`, vote);
  }
  return [...votes.values()].sort((one, two) => two.characters - one.characters).map(({ pair }) => pair);
}
