import { diffSequences } from './diff-sequences.ts';
import { pairInOrder } from './pair-in-order.ts';
import type { SideTable } from './side.ts';

/** Beyond so many comparisons of cells a gap is left as it is. */
const MOST_WORK = 3_000_000;
/** A grid of more places than this is compared cell by cell in reading order. */
const MOST_PLACES = 2_000_000;
/** Part of the cells that two rows or columns must have in common. */
const LEAST_LIKENESS = 0.3;
/** How much the same first cell, the name of the row, counts. */
const SAME_NAME = 0.5;
const NOTHING = -1;

interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Number of the text at the top left of a cell, -1 at every other place and for an empty cell. */
  readonly ids: Int32Array;
  /** Index of the cell that covers a place. */
  readonly cells: Int32Array;
}

/** Cell of table `before` → cell of table `after`, -1 where gone: rows are aligned, then columns, then their crossings. */
export function alignTable(textA: string, before: SideTable, textB: string, after: SideTable): Int32Array {
  const partners = new Int32Array(before.cells.length).fill(NOTHING);
  if (Math.max(before.rows * before.columns, after.rows * after.columns) > MOST_PLACES) {
    return partners.map((_, index) => (index < after.cells.length ? index : NOTHING));
  }
  const known = new Map<string, number>();
  const [a, b] = [toGrid(textA, before, known), toGrid(textB, after, known)];
  const rows = alignRows(a, b);
  const columns = alignColumns(a, b, rows);
  before.cells.forEach(({ row, column }, index) => {
    const [toRow, toColumn] = [rows[row] ?? NOTHING, columns[column] ?? NOTHING];
    if (toRow >= 0 && toColumn >= 0) partners[index] = b.cells[toRow * b.columns + toColumn]!;
  });
  return partners;
}

function toGrid(text: string, { rows, columns, cells }: SideTable, known: Map<string, number>): Grid {
  const grid = {
    rows,
    columns,
    ids: new Int32Array(rows * columns).fill(NOTHING),
    cells: new Int32Array(rows * columns).fill(NOTHING),
  };
  cells.forEach((cell, index) => {
    const own = text.slice(cell.start, cell.end).replaceAll(/\s+/g, '');
    if (own !== '') {
      if (!known.has(own)) known.set(own, known.size);
      grid.ids[cell.row * columns + cell.column] = known.get(own)!;
    }
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row += 1) {
      const end = Math.min(columns, cell.column + cell.columnSpan);
      grid.cells.fill(index, row * columns + cell.column, row * columns + end);
    }
  });
  return grid;
}

function alignRows(a: Grid, b: Grid): Int32Array {
  const lines = new Map<string, number>();
  const number = (grid: Grid) =>
    Int32Array.from({ length: grid.rows }, (_, row) => {
      const key = rowOf(grid, row).join(' ');
      if (!lines.has(key)) lines.set(key, lines.size);
      return lines.get(key)!;
    });
  const partners = diffSequences(number(a), number(b), true);
  const sort = (grid: Grid, row: number) =>
    rowOf(grid, row)
      .filter((id) => id !== NOTHING)
      .sort();
  const sortedA = Array.from({ length: a.rows }, (_, row) => sort(a, row));
  const sortedB = Array.from({ length: b.rows }, (_, row) => sort(b, row));
  fillGaps(partners, b.rows, Math.max(a.columns, b.columns), (inA, inB) => {
    const [one, two] = [sortedA[inA]!, sortedB[inB]!];
    const name = (grid: Grid, row: number) => rowOf(grid, row).find((id) => id !== NOTHING);
    const likeness = (2 * countCommon(one, two)) / (one.length + two.length || 1);
    return likeness + (one.length > 0 && name(a, inA) === name(b, inB) ? SAME_NAME : 0);
  });
  return partners;
}

function alignColumns(a: Grid, b: Grid, rows: Int32Array): Int32Array {
  const pairs = [...rows.keys()].filter((row) => rows[row]! >= 0);
  const likeness = (inA: number, inB: number) => {
    let [shared, filled] = [0, 0];
    for (const row of pairs) {
      const [one, two] = [a.ids[row * a.columns + inA]!, b.ids[rows[row]! * b.columns + inB]!];
      if (one !== NOTHING || two !== NOTHING) filled += 1;
      if (one !== NOTHING && one === two) shared += 1;
    }
    return shared / (filled || 1);
  };
  const partners = new Int32Array(a.columns).fill(NOTHING);
  const isWide = a.columns * b.columns * pairs.length > MOST_WORK;
  const straight = () => partners.reduce((sum, _, column) => sum + likeness(column, column), 0) / (a.columns || 1);
  if (isWide || (a.columns === b.columns && straight() >= LEAST_LIKENESS)) {
    return partners.map((_, column) => (column < b.columns ? column : NOTHING));
  }
  fillGaps(partners, b.columns, pairs.length, likeness);
  return partners;
}

function rowOf({ ids, columns }: Grid, row: number): Int32Array {
  return ids.subarray(row * columns, (row + 1) * columns);
}

/** Pairs lines between those that have a partner: by likeness, and where as many are left on both sides, in order. */
function fillGaps(
  partners: Int32Array,
  size: number,
  cost: number,
  likeness: (inA: number, inB: number) => number,
): void {
  eachGap(partners, size, (fromA, toA, fromB, toB) => {
    if ((toA - fromA) * (toB - fromB) * cost > MOST_WORK) return;
    const score = (inA: number, inB: number) => {
      const value = likeness(fromA + inA, fromB + inB);
      return value >= LEAST_LIKENESS ? value : 0;
    };
    for (const [inA, inB] of pairInOrder(toA - fromA, toB - fromB, score)) partners[fromA + inA] = fromB + inB;
  });
  eachGap(partners, size, (fromA, toA, fromB, toB) => {
    if (toA - fromA === toB - fromB) for (let at = fromA; at < toA; at += 1) partners[at] = fromB + at - fromA;
  });
}

function eachGap(
  partners: Int32Array,
  size: number,
  visit: (fromA: number, toA: number, fromB: number, toB: number) => void,
): void {
  const gaps: [number, number, number, number][] = [];
  let [fromA, fromB] = [0, 0];
  for (let at = 0; at <= partners.length; at += 1) {
    const to = at < partners.length ? partners[at]! : size;
    if (to < 0) continue;
    if (at > fromA && to > fromB) gaps.push([fromA, at, fromB, to]);
    [fromA, fromB] = [at + 1, to + 1];
  }
  for (const gap of gaps) visit(...gap);
}

/** How many numbers two sorted lists have in common, each as often as it stands in both. */
function countCommon(a: Int32Array, b: Int32Array): number {
  let [inA, inB, common] = [0, 0, 0];
  while (inA < a.length && inB < b.length) {
    if (a[inA] === b[inB]) common += 1;
    const [one, two] = [a[inA]!, b[inB]!];
    if (one <= two) inA += 1;
    if (two <= one) inB += 1;
  }
  return common;
}
