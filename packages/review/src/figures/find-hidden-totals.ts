import type { SumConflict } from './find-sum-conflicts.ts';
import type { SumAxis } from './sum-axis.ts';

const LONGEST = 8;
const FEWEST_LINES = 6;
/** Fewer lines must agree to the last of three digits. */
const FEWEST_EXACT = 4;
const LEAST_EXACT = 100;
/** One line in so many may be wrong before the structure itself is in doubt. */
const SHARE = 5;

/**
 * Finds columns that equal the sum of the next few on nearly every row although none is called 合计 (人口数、男、女), and
 * the rows where they do not. Exact agreement on five rows or more is no chance.
 */
export function findHiddenTotals(axis: SumAxis): SumConflict[] {
  const { items, lines } = axis;
  if (lines.length < FEWEST_EXACT) return [];
  // Two of four lines, spread over the table, must agree before all are added up.
  const sample = [0, 1, 2, 3].map((part) => lines[Math.floor((part * (lines.length - 1)) / 3)]!);
  return items.flatMap((item, total) => {
    if (item.isTotal || item.isAmong) return [];
    for (let count = 2; count <= Math.min(LONGEST, items.length - 1 - total); count += 1) {
      let agreed = 0;
      for (const line of sample)
        if (isNear(axis, total, count, line) && differ(axis, total, count, line) === false) agreed += 1;
      if (agreed < 2) continue;
      const conflicts = judge(axis, total, count);
      if (conflicts !== undefined) return conflicts;
    }
    return [];
  });
}

/** The rows that contradict this reading; undefined where the reading does not hold. */
function judge(axis: SumAxis, total: number, count: number): SumConflict[] | undefined {
  const wrong: number[] = [];
  let right = 0;
  let exact = 0;
  for (const line of axis.lines) {
    const differs = differ(axis, total, count, line);
    if (differs === false) {
      right += 1;
      if (axis.valueOf(axis.cellAt(total, line)) >= LEAST_EXACT) exact += 1;
    } else if (differs) wrong.push(line);
  }
  const isSure = right >= FEWEST_LINES - 1 && wrong.length * SHARE <= right;
  if (!isSure && (exact < FEWEST_EXACT - 1 || wrong.length !== 1)) return undefined;
  return wrong.map((line) => {
    const parts = readParts(axis, total, count, line);
    const sum = parts.reduce((whole, part) => whole + axis.valueOf(part), 0);
    return { total: axis.cellAt(total, line), parts, sum, line, axis: total };
  });
}

/** Cheap first look: further apart than rounding could ever make them. */
function isNear(axis: SumAxis, total: number, count: number, line: number): boolean {
  const printed = axis.cellAt(total, line);
  if (!axis.isNumber(printed)) return false;
  let rest = axis.valueOf(printed);
  for (let item = total + 1; item <= total + count; item += 1) {
    const cell = axis.cellAt(item, line);
    if (axis.isNumber(cell)) rest -= axis.valueOf(cell);
  }
  return Math.abs(rest) <= count;
}

/** Whether total and parts differ on a line; undefined where fewer than two parts are printed there. */
function differ(axis: SumAxis, total: number, count: number, line: number): boolean | undefined {
  const printed = axis.cellAt(total, line);
  if (!axis.isNumber(printed)) return undefined;
  const parts = readParts(axis, total, count, line);
  if (parts.length < 2) return undefined;
  let sum = 0;
  let isWhole = true;
  for (const part of parts) {
    sum += axis.valueOf(part);
    isWhole &&= axis.isNumber(part);
  }
  if (!isWhole) return undefined;
  const gap = Math.abs(sum - axis.valueOf(printed));
  return gap > 1e-6 + Math.abs(sum) * 1e-12 && gap > axis.toleranceOf(total, line, printed, parts) + 1e-6;
}

function readParts(axis: SumAxis, total: number, count: number, line: number): number[] {
  const parts: number[] = [];
  for (let item = total + 1; item <= total + count; item += 1) {
    const cell = axis.cellAt(item, line);
    if (axis.isBlank(cell) || (axis.isNumber(cell) && axis.valueOf(cell) === 0)) continue;
    parts.push(cell);
  }
  return parts;
}
