import { proposeParts, proposeRuns } from './propose-parts.ts';
import type { SumAxis } from './sum-axis.ts';

/** A total that does not equal its parts (合计与分项不符); cells are numbers of the table. */
export interface SumConflict {
  readonly total: number;
  readonly parts: readonly number[];
  readonly sum: number;
  /** Index of the crossing line: the column of a total row, the row of a total column. */
  readonly line: number;
  /** Index of the total along the axis that is summed. */
  readonly axis: number;
}

/** Totals times items: beyond it the table is a ledger, and trying every reading of it would take seconds. */
const MOST_TRIED = 100_000;

/**
 * Finds the totals of one direction that contradict their parts. What a total sums is not printed in a table, so every
 * plausible set of parts is tried, and only a set that most lines confirm may accuse the others; where none is confirmed
 * nothing is said (a wrong structure would make every line look wrong).
 */
export function findSumConflicts(axis: SumAxis): SumConflict[] {
  if (!axis.hasTotal || axis.lines.length === 0) return [];
  const totals = axis.items.flatMap(({ isTotal }, index) => (isTotal ? [index] : []));
  if (totals.length * axis.items.length > MOST_TRIED) return [];
  return totals.flatMap((total) => judgeTotal(axis, total));
}

interface Trial {
  readonly parts: readonly number[];
  /** Lines on which two parts or more agree with the total. */
  readonly strong: number;
  readonly weak: number;
  /** Lines that show one part only, or words for some: right, and contradicting. */
  readonly bareRight: number;
  readonly bare: readonly SumConflict[];
  readonly conflicts: readonly SumConflict[];
  /** Lines on which this set of parts agrees. */
  readonly agreed: readonly number[];
  readonly canonical: boolean;
}

function judgeTotal(axis: SumAxis, total: number): SumConflict[] {
  const trials: Trial[] = [];
  for (const parts of proposeParts(axis.items, total)) {
    if (parts.length < 2) continue;
    const trial = tryParts(axis, total, parts, true);
    if (trial.strong >= 2 && trial.conflicts.length === 0 && !isBareSure(trial)) return [];
    trials.push(trial);
  }
  const runs: Trial[] = [];
  for (const parts of proposeRuns(axis.items, total)) {
    if (parts.length < 2) continue;
    runs.push(tryParts(axis, total, parts, false));
  }
  const best = [...trials, ...runs].reduce<Trial | undefined>(
    (found, trial) => (rank(trial) > rank(found) ? trial : found),
    undefined,
  );
  if (best === undefined) return [];
  const accused = [...(isConfirmed(best) ? best.conflicts : []), ...(isBareSure(best) ? best.bare : [])];
  return accused.filter(
    (conflict) =>
      isPlausible(axis, conflict, best) &&
      // Where another usual reading of the table agrees, the table may mean that one.
      !trials.some((trial) => trial.strong > 0 && trial.agreed.includes(conflict.line)),
  );
}

/** Where a single part usually is the whole, a line on which it is not is a slip as well. */
function isBareSure({ strong, bareRight, bare }: Trial): boolean {
  return bare.length > 0 && strong >= 4 && bareRight >= 3 && bare.length * 4 <= bareRight;
}

function rank(trial: Trial | undefined): number {
  if (trial === undefined) return -Infinity;
  return trial.strong * 2 + trial.weak * 0.5 - trial.conflicts.length + (trial.canonical ? 0.25 : 0);
}

function isConfirmed({ strong, bareRight, conflicts, canonical, parts }: Trial): boolean {
  const wrong = conflicts.length;
  if (wrong === 0) return false;
  if (!canonical) return strong >= 4 && wrong * 4 <= strong;
  if (strong >= 3) return wrong <= strong;
  // Four or more parts that add up exactly do not do so by chance.
  if (strong === 2) return parts.length >= 4 ? wrong <= 3 : wrong === 1 && (parts.length === 3 || bareRight > 0);
  if (strong === 1) return parts.length >= 4 && wrong === 1;
  return wrong === 1 && parts.length >= 3;
}

/** Averages, and figures of quite another size, are not totals however the row is called. */
function isPlausible(axis: SumAxis, { total, parts, sum }: SumConflict, { strong }: Trial): boolean {
  const printed = axis.valueOf(total);
  const values = parts.map((part) => axis.valueOf(part));
  // A column of stocks (年末人数) repeats its last year as the total.
  if (values[0] === printed || values[values.length - 1] === printed) return false;
  const largest = Math.max(0, ...values);
  if (printed < largest && values.every((value) => value >= 0)) return strong >= 5 && printed !== 0;
  const share = Math.abs(printed - sum) / Math.max(Math.abs(printed), Math.abs(sum), 1e-9);
  return share <= (strong >= 3 ? 0.95 : strong >= 1 ? 0.5 : 0.2);
}

function tryParts(axis: SumAxis, total: number, parts: readonly number[], canonical: boolean): Trial {
  const agreed: number[] = [];
  const conflicts: SumConflict[] = [];
  const bare: SumConflict[] = [];
  let [strong, weak, bareRight] = [0, 0, 0];
  for (const line of axis.lines) {
    const printed = axis.cellAt(total, line);
    if (!axis.isNumber(printed)) continue;
    const shown: number[] = [];
    let sum = 0;
    let words = 0;
    for (const part of parts) {
      const cell = axis.cellAt(part, line);
      if (axis.isBlank(cell)) continue;
      if (!axis.isNumber(cell)) {
        words += 1;
        continue;
      }
      const value = axis.valueOf(cell);
      if (value === 0) continue;
      shown.push(cell);
      sum += value;
    }
    if (shown.length === 0 || words > 1) continue;
    const gap = Math.abs(sum - axis.valueOf(printed));
    const noise = 1e-6 + Math.abs(sum) * 1e-12;
    if (gap <= noise || gap <= axis.toleranceOf(total, line, printed, shown) + noise) {
      agreed.push(line);
      if (shown.length >= 2 && words === 0) strong += 1;
      else weak += 1;
      if (shown.length < 2 || words > 0) bareRight += 1;
    } else {
      const conflict = { total: printed, parts: shown, sum, line, axis: total };
      if (shown.length >= 2 && words === 0) conflicts.push(conflict);
      else bare.push(conflict);
      if (shown.length < 2) weak -= 1;
    }
    // No reading that is mostly wrong accuses anybody.
    if (conflicts.length > 8 && conflicts.length > 2 * (strong + 1)) break;
  }
  return { parts, strong, weak, bareRight, bare, conflicts, agreed, canonical };
}
