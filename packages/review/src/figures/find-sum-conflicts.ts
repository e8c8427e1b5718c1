import type { GridCell, Line } from './read-sum-grid.ts';
import { addFigures, type Figure } from './read-figure.ts';

/** A total that does not equal its parts (合计与分项不符). */
export interface SumConflict {
  readonly total: GridCell;
  readonly parts: readonly GridCell[];
  readonly sum: Figure;
  /** Index of the crossing line: the column of a total row, the row of a total column. */
  readonly line: number;
  /** Index of the total along the axis that is summed. */
  readonly axis: number;
}

/** One direction of a grid: `items` are summed along, `lines` cross them. */
export interface SumAxis {
  readonly items: readonly Line[];
  readonly lines: readonly Line[];
  readonly cell: (item: number, line: number) => GridCell | undefined;
  /** Printed total and number of parts → largest difference that rounding can make. */
  readonly tolerance: (total: Figure, parts: readonly Figure[], line: Line) => number;
}

const TOTAL = /^(?:.{0,6}(?:合计|总计|小计|共计)|总数|合计数|总计数|计|全[县市省区州国乡镇]|总和)(?:[（(].*)?$/u;
const NOT_ADDED =
  /率|比例|比重|比$|性别比|百分|[％%‰]|均|单价|价格|指数|位次|名次|增长|增减|±|密度|每|标准|序号|编号|年份|年度|时间|备注|占|系数|倍|速度|幅|温|单产|亩产|面积产量|龄$/u;
const AMONG = /^(?:其中|#|内[:：])/u;

/** Totals times items: beyond it the table is a ledger, and trying every reading of it would take seconds. */
const MOST_TRIED = 100_000;

/** Whether a label names a total (合计、小计 …). */
export function isTotalLabel(label: string): boolean {
  return TOTAL.test(label);
}

/**
 * Finds the totals of one direction that contradict their parts. What a total sums is not printed in a table, so every
 * plausible set of parts is tried, and only a set that most lines confirm may accuse the others; where none is confirmed
 * nothing is said (a wrong structure would make every line look wrong).
 */
export function findSumConflicts(axis: SumAxis): SumConflict[] {
  const totals = axis.items.flatMap((item, index) => (isTotal(item) ? [index] : []));
  if (totals.length * axis.items.length > MOST_TRIED) return [];
  const lines = axis.lines.flatMap((line, index) => (line.path.some((label) => NOT_ADDED.test(label)) ? [] : [index]));
  return totals.flatMap((total) => judgeTotal(axis, total, new Set(totals), lines));
}

function isTotal({ path }: Line): boolean {
  const leaf = path[path.length - 1];
  return leaf !== undefined && (isTotalLabel(leaf) || (path.length > 1 && isTotalLabel(path[0]!)));
}

interface Trial {
  readonly parts: readonly number[];
  readonly strong: number;
  readonly weak: number;
  readonly conflicts: readonly SumConflict[];
  /** Lines on which this set of parts agrees. */
  readonly agreed: ReadonlySet<number>;
  readonly canonical: boolean;
}

function judgeTotal(
  axis: SumAxis,
  total: number,
  totals: ReadonlySet<number>,
  lines: readonly number[],
): SumConflict[] {
  const attempt = (sets: readonly number[][], canonical: boolean) =>
    sets.filter((parts) => parts.length >= 2).map((parts) => tryParts(axis, total, parts, lines, canonical));
  const usual = attempt(proposeParts(axis.items, total, totals), true);
  if (usual.some(({ strong, conflicts }) => strong >= 2 && conflicts.length === 0)) return [];
  const trials = [...usual, ...attempt(proposeRuns(axis.items, total, totals), false)];
  const best = trials.reduce<Trial | undefined>(
    (found, trial) => (rank(trial) > rank(found) ? trial : found),
    undefined,
  );
  if (best === undefined || !isConfirmed(best)) return [];
  return best.conflicts.filter(
    (conflict) =>
      isPlausible(conflict, best) &&
      // Where another usual reading of the table agrees, the table may mean that one.
      !trials.some((trial) => trial.canonical && trial.strong > 0 && trial.agreed.has(conflict.line)),
  );
}

function rank(trial: Trial | undefined): number {
  if (trial === undefined) return -Infinity;
  return trial.strong * 2 + trial.weak * 0.5 - trial.conflicts.length + (trial.canonical ? 0.25 : 0);
}

function isConfirmed({ strong, conflicts, canonical, parts }: Trial): boolean {
  const wrong = conflicts.length;
  if (wrong === 0) return false;
  if (!canonical) return strong >= 4 && wrong * 4 <= strong;
  if (strong >= 3) return wrong <= strong;
  // Four or more parts that add up exactly do not do so by chance.
  if (strong === 2) return parts.length >= 4 ? wrong <= 3 : parts.length === 3 && wrong === 1;
  if (strong === 1) return parts.length >= 4 && wrong === 1;
  return wrong === 1 && parts.length >= 3;
}

/** Averages, and figures of quite another size, are not totals however the row is called. */
function isPlausible({ total, parts, sum }: SumConflict, { strong }: Trial): boolean {
  const printed = total.figure?.value ?? 0;
  // A column of stocks (年末人数) repeats its last year as the total.
  if (parts.some((part, index) => (index === 0 || index === parts.length - 1) && part.figure?.value === printed))
    return false;
  const largest = parts.reduce((most, part) => Math.max(most, part.figure?.value ?? 0), 0);
  if (printed < largest && !parts.some((part) => (part.figure?.value ?? 0) < 0)) return strong >= 5 && printed !== 0;
  const share = Math.abs(printed - sum.value) / Math.max(Math.abs(printed), Math.abs(sum.value), 1e-9);
  return share <= (strong >= 3 ? 0.95 : strong >= 1 ? 0.5 : 0.2);
}

function tryParts(
  axis: SumAxis,
  total: number,
  parts: readonly number[],
  lines: readonly number[],
  canonical: boolean,
): Trial {
  const agreed = new Set<number>();
  const conflicts: SumConflict[] = [];
  let strong = 0;
  let weak = 0;
  for (const line of lines) {
    const printed = axis.cell(total, line);
    if (printed?.figure === undefined) continue;
    const cells = parts.flatMap((part) => axis.cell(part, line) ?? []);
    if (cells.some((cell) => cell.figure === undefined && !cell.blank)) continue;
    const shown = cells.filter((cell) => cell.figure !== undefined && cell.figure.value !== 0);
    if (shown.length === 0) continue;
    const figures = shown.map((cell) => cell.figure!);
    const sum = addFigures(figures);
    const allowed = axis.tolerance(printed.figure, figures, axis.lines[line]!);
    if (Math.abs(sum.value - printed.figure.value) <= allowed + 1e-6) {
      agreed.add(line);
      if (shown.length >= 2) strong += 1;
      else weak += 1;
    } else if (shown.length >= 2) {
      conflicts.push({ total: printed, parts: shown, sum, line, axis: total });
    } else weak -= 1;
  }
  return { parts, strong, weak, conflicts, agreed, canonical };
}

/** The usual sets of parts of a total: its siblings, what stands below or above it, the sub-totals, the same column of each group. */
function proposeParts(items: readonly Line[], total: number, totals: ReadonlySet<number>): number[][] {
  const all = items.map((_, index) => index).filter((index) => index !== total);
  const plain = all.filter((index) => !totals.has(index) && !AMONG.test(leafOf(items[index]!)));
  const path = items[total]!.path;
  const parent = path.slice(0, -1).join('/');
  const isAbove = (index: number) => index < total;
  const nextTotal = all.find((index) => index > total && totals.has(index)) ?? items.length;
  const lastTotal = all.filter((index) => index < total && totals.has(index)).pop() ?? -1;
  const siblings = plain.filter((index) => items[index]!.path.slice(0, -1).join('/') === parent);
  const subTotals = all.filter((index) => totals.has(index));
  const groupsWithTotal = new Set(subTotals.map((index) => items[index]!.path.slice(0, -1).join('/')));
  const heads = all.filter(
    (index) => totals.has(index) || (!AMONG.test(leafOf(items[index]!)) && !isInGroup(items[index]!, groupsWithTotal)),
  );
  const sets = [
    plain.filter((index) => !isAbove(index)),
    plain.filter(isAbove),
    plain,
    siblings,
    plain.filter((index) => index > total && index < nextTotal),
    plain.filter((index) => index < total && index > lastTotal),
    subTotals,
    subTotals.filter(isAbove),
    subTotals.filter((index) => !isAbove(index)),
    heads,
    plain.filter((index) => /^[一二三四五六七八九十]+[、.．]/u.test(leafOf(items[index]!))),
    plain.filter((index) => /^[（(][一二三四五六七八九十]+[）)]/u.test(leafOf(items[index]!))),
  ];
  if (path.length > 1 && isTotalLabel(path[0]!)) {
    const leaf = leafOf(items[total]!).replace(/^总/u, '');
    sets.push(all.filter((index) => leafOf(items[index]!).replace(/^总/u, '') === leaf));
  } else if (path.length > 1) {
    // 合计 of every group in turn: the first or last group may be the whole.
    const leaf = leafOf(items[total]!);
    sets.push(all.filter((index) => leafOf(items[index]!) === leaf && items[index]!.path.length === path.length));
  }
  return dropRepeats(sets);
}

/** A run longer than this splits a whole into more parts than a table prints twice; unbounded runs grow as the square. */
const LONGEST_RUN = 24;

/** Runs right after or right before the total, of any length: for tables that split the same whole more than once. */
function proposeRuns(items: readonly Line[], total: number, totals: ReadonlySet<number>): number[][] {
  const runs: number[][] = [];
  for (const step of [1, -1]) {
    const run: number[] = [];
    for (let index = total + step; run.length < LONGEST_RUN && items[index] && !totals.has(index); index += step) {
      if (AMONG.test(leafOf(items[index]!))) continue;
      run.push(index);
      runs.push([...run]);
    }
  }
  return runs;
}

function isInGroup({ path }: Line, groups: ReadonlySet<string>): boolean {
  return path.length > 1 && groups.has(path.slice(0, -1).join('/'));
}

function leafOf({ path }: Line): string {
  return path[path.length - 1] ?? '';
}

function dropRepeats(sets: readonly number[][]): number[][] {
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
