import type { AlignedRow, Alignment, RowKind } from './alignment.ts';
import { alignNodes } from './align-nodes.ts';
import { describeBlocks, type Described } from './describe-blocks.ts';
import { matchExact } from './match-exact.ts';
import { matchLeftovers } from './match-leftovers.ts';
import { matchSimilar, type Passage } from './match-similar.ts';
import { pickIncreasing } from './pick-increasing.ts';
import type { Side } from './side.ts';

/**
 * Aligns (对齐) two revisions of a book: equal blocks first, then similar, split and merged ones, in place or moved; then
 * the outline. Time grows with the length of the books, whatever is in them.
 */
export function alignVolumes(before: Side, after: Side): Alignment {
  const known = new Map<string, number>();
  const a = describeBlocks(before, known);
  const b = describeBlocks(after, known);
  const partners = matchExact(a, b);
  const similar = matchSimilar(a, b, partners);
  const takenB = new Uint8Array(b.ids.length);
  const groups = similar.filter((passage) => passage.before.length + passage.after.length > 2);
  for (const passage of similar) for (const inA of passage.before) partners[inA] = passage.after[0]!;
  for (const partner of partners) if (partner >= 0) takenB[partner] = 1;
  for (const group of groups) for (const inB of group.after) takenB[inB] = 1;
  matchLeftovers(a, b, partners, takenB);
  const rows = layRows(a, b, partners, groups);
  return { rows, nodes: alignNodes(before, after, rows) };
}

function layRows(a: Described, b: Described, partners: Int32Array, groups: readonly Passage[]): AlignedRow[] {
  const groupOf = new Map(groups.flatMap((group) => group.after.map((inB) => [inB, group] as const)));
  const inA = new Int32Array(b.ids.length).fill(-1);
  partners.forEach((inB, index) => {
    if (inB >= 0) inA[inB] = index;
  });
  const found: Passage[] = [];
  for (let inB = 0; inB < b.ids.length; inB += 1) {
    const group = groupOf.get(inB);
    if (group && group.after[0] !== inB) continue;
    found.push(group ?? { before: inA[inB]! < 0 ? [] : [inA[inB]!], after: [inB] });
  }
  const paired = found.filter((passage) => passage.before.length > 0);
  const inOrder = new Set(
    pickIncreasing(
      paired.map((passage) => passage.before[0]!),
      (index) => paired[index]!.before.reduce((sum, block) => sum + a.lengths[block]! + 1, 0),
    ).map((index) => paired[index]!),
  );
  const rows: AlignedRow[] = [];
  const removed = [...partners.keys()].filter((block) => partners[block] === -1);
  let next = 0;
  const layRemoved = (limit: number) => {
    for (; next < removed.length && removed[next]! < limit; next += 1) {
      rows.push({ kind: 'removed', moved: false, before: [removed[next]!], after: [] });
    }
  };
  const stops = [...inOrder].map((passage) => passage.before[0]!);
  layRemoved(stops[0] ?? Infinity);
  let passed = 0;
  for (const passage of found) {
    const isInOrder = inOrder.has(passage);
    const kind = kindOf(passage, a, b);
    rows.push({ kind, moved: kind !== 'added' && !isInOrder, before: passage.before, after: passage.after });
    if (isInOrder) layRemoved(stops[++passed] ?? Infinity);
  }
  return rows;
}

function kindOf({ before, after }: Passage, a: Described, b: Described): RowKind {
  if (before.length === 0) return 'added';
  if (after.length > 1) return 'split';
  if (before.length > 1) return 'merged';
  return a.ids[before[0]!] === b.ids[after[0]!] ? 'same' : 'edited';
}
