import type { TableView } from './table-view.ts';

/** What a figure should be by others of its line (推算): value, what rounding may change, and the cells it comes from. */
export interface Expected {
  readonly value: number;
  readonly slack: number;
  readonly cells: readonly number[];
}

/** A way one item may follow from others (推算关系); undefined on lines that lack a number. */
export interface Relation {
  /** In words, for the evidence: 总产÷面积. */
  readonly formula: string;
  /** The factor is one that units bring about (10, 100, 1/15), not any number. */
  readonly isPlain: boolean;
  readonly expect: (line: number) => Expected | undefined;
}

/** A figure that does not follow from the others of its line as those of most lines do (与推算不符). */
export interface RelationConflict {
  readonly cell: number;
  readonly line: number;
  readonly expected: Expected;
  readonly formula: string;
}

/** Many relations are tried: one that would agree by chance more often than this proves nothing. */
const MOST_CHANCE = 1e-3;

interface Verdict {
  /** Lines on which the relation holds. */
  readonly right: readonly number[];
  readonly wrong: readonly RelationConflict[];
  readonly isConfirmed: boolean;
}

/**
 * Tries every relation on every line of an item; only the relation that holds on most lines may accuse the others, and
 * not where another confirmed one explains the figure.
 */
export function findRelationConflicts(
  view: TableView,
  item: number,
  lines: readonly number[],
  relations: readonly Relation[],
): RelationConflict[] {
  let best: Verdict | undefined;
  const confirmed: Verdict[] = [];
  for (const relation of relations) {
    const verdict = judge(view, item, lines, relation);
    if (verdict?.isConfirmed !== true) continue;
    confirmed.push(verdict);
    if (best === undefined || verdict.right.length > best.right.length) best = verdict;
  }
  return (best?.wrong ?? []).filter(({ line }) => !confirmed.some(({ right }) => right.includes(line)));
}

/** Undefined where the relation holds nowhere, or fails too often to be confirmed by any number of lines. */
function judge(view: TableView, item: number, lines: readonly number[], relation: Relation): Verdict | undefined {
  const right: number[] = [];
  const wrong: RelationConflict[] = [];
  const tolerances: number[] = [];
  let low = Infinity;
  let high = -Infinity;
  for (const line of lines) {
    const cell = view.figureAt(item, line);
    if (cell < 0) continue;
    const expected = relation.expect(line);
    if (expected === undefined) continue;
    const printed = view.valueOf(cell);
    const allowed = 2.05 * view.halfPlaceOf(cell) + expected.slack;
    const gap = Math.abs(printed - expected.value);
    low = Math.min(low, printed);
    high = Math.max(high, printed);
    if (gap <= allowed) {
      right.push(line);
      tolerances.push(allowed);
    } else if (gap > 1.5 * allowed) {
      wrong.push({ cell, line, expected, formula: relation.formula });
      if (wrong.length > 1 && wrong.length * 5 > lines.length) return undefined;
    }
  }
  if (right.length === 0) return undefined;
  // How likely figures of this spread would agree by chance.
  const chance = tolerances.reduce((product, allowed) => product * Math.min(1, (2 * allowed) / (high - low)), 1);
  const isConfirmed =
    chance < MOST_CHANCE &&
    ((right.length >= 5 && wrong.length * 4 <= right.length) ||
      (relation.isPlain && right.length >= 3 && wrong.length === 1) ||
      (relation.isPlain && right.length === 2 && wrong.length === 1 && chance < MOST_CHANCE / 10));
  return { right, wrong, isConfirmed };
}
