import type { Item } from './sum-axis.ts';

const SECTION = /^[一二三四五六七八九十]+[、.．]/u;
const SUBSECTION = /^[（(][一二三四五六七八九十]+[）)]/u;

/** The usual sets of parts of a total: its siblings, what stands below or above it, the sub-totals, the same column of each group. */
export function proposeParts(items: readonly Item[], total: number): number[][] {
  const whole = items[total]!;
  const all: number[] = [];
  const plain: number[] = [];
  const subTotals: number[] = [];
  let nextTotal = items.length;
  let lastTotal = -1;
  for (let index = 0; index < items.length; index += 1) {
    if (index === total) continue;
    const item = items[index]!;
    all.push(index);
    if (item.isTotal) {
      subTotals.push(index);
      if (index < total) lastTotal = index;
      else if (nextTotal === items.length) nextTotal = index;
    } else if (!item.isAmong) plain.push(index);
  }
  const groupsWithTotal = new Set(subTotals.map((index) => items[index]!.parent));
  const heads = all.filter((index) => {
    const item = items[index]!;
    return item.isTotal || (!item.isAmong && !(item.depth > 1 && groupsWithTotal.has(item.parent)));
  });
  const sets = [
    plain.filter((index) => index > total),
    plain.filter((index) => index < total),
    plain,
    plain.filter((index) => items[index]!.parent === whole.parent),
    plain.filter((index) => index > total && index < nextTotal),
    plain.filter((index) => index < total && index > lastTotal),
    subTotals,
    subTotals.filter((index) => index < total),
    subTotals.filter((index) => index > total),
    heads,
    plain.filter((index) => SECTION.test(items[index]!.leaf)),
    plain.filter((index) => SUBSECTION.test(items[index]!.leaf)),
  ];
  // 合计 of several 小计: those since the 合计 before, or until the next.
  for (const leaf of new Set(subTotals.map((index) => items[index]!.leaf))) {
    if (leaf === whole.leaf) continue;
    const own = subTotals.filter((index) => items[index]!.leaf === leaf);
    const isWhole = (index: number) => items[index]!.leaf === whole.leaf;
    const before = Math.max(-1, ...subTotals.filter((index) => index < total && isWhole(index)));
    const after = Math.min(items.length, ...subTotals.filter((index) => index > total && isWhole(index)));
    sets.push(
      own,
      own.filter((index) => index > before && index < total),
      own.filter((index) => index > total && index < after),
    );
  }
  if (whole.isInTotal) {
    const leaf = whole.leaf.replace(/^总/u, '');
    sets.push(all.filter((index) => items[index]!.leaf.replace(/^总/u, '') === leaf));
  } else if (whole.depth > 1) {
    // 合计 of every group in turn: the first or last group may be the whole.
    sets.push(all.filter((index) => items[index]!.leaf === whole.leaf && items[index]!.depth === whole.depth));
  }
  return dropRepeats(sets);
}

/** A run longer than this splits a whole into more parts than a table prints twice; unbounded runs grow as the square. */
const LONGEST_RUN = 24;

/** Runs right after or right before the total, of any length: for tables that split the same whole more than once. */
export function proposeRuns(items: readonly Item[], total: number): number[][] {
  const runs: number[][] = [];
  for (const step of [1, -1]) {
    const run: number[] = [];
    for (let index = total + step; run.length < LONGEST_RUN; index += step) {
      const item = items[index];
      if (item === undefined || item.isTotal) break;
      if (item.isAmong) continue;
      run.push(index);
      runs.push([...run]);
    }
  }
  return runs;
}

function dropRepeats(sets: readonly number[][]): number[][] {
  const seen = new Set<string>();
  return sets.filter((set) => {
    if (set.length < 2) return false;
    const key = set.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
