import type { Expected, Relation } from './relation.ts';
import type { TableView } from './table-view.ts';

/** Columns further off than this do not make up a rate. */
const REACH = 8;
/** Factors that units bring about, least first: powers of ten, 15 亩 to the hectare, 2 斤 to the kilogram, 12 months, and their kin. */
const PLAIN = Float64Array.from(
  [1, 15, 1 / 15, 1.5, 2 / 3, 2, 0.5, 12, 1 / 12, 1.2, 1 / 1.2]
    .flatMap((factor) => Array.from({ length: 15 }, (_, index) => factor * 10 ** (index - 7)))
    .filter((factor, index, all) => all.findIndex((other) => Math.abs(other / factor - 1) < 1e-9) === index),
).sort();
/** How far a factor may be off by rounding; the plain ones are further apart. */
const PLAIN_SLACK = 0.006;

/** Every `item = k × a ÷ b` of the table whose k is the same on most lines. */
export function proposeRatios(view: TableView, item: number): Relation[] {
  const others = listOthers(view, item);
  const rates = view.valuesOf(item, true);
  const values = others.map((other) => view.valuesOf(other, false));
  if (rates.every((rate) => !(rate > 0))) return [];
  const relations: Relation[] = [];
  others.forEach((a, i) => {
    others.forEach((b, j) => {
      if (i === j || !isSteady(rates, values[j]!, values[i]!)) return;
      const factor = snap(readFactors(rates, values[j]!, values[i]!));
      if (factor === undefined) return;
      const expect = (line: number): Expected | undefined => {
        const [x, y] = [view.numberAt(a, line), view.numberAt(b, line)];
        if (x < 0 || y < 0 || view.valueOf(y) === 0 || view.valueOf(x) === 0) return undefined;
        const value = (factor.value * view.valueOf(x)) / view.valueOf(y);
        return { value, slack: spread(view, value, [a, b], [x, y]), cells: [x, y] };
      };
      relations.push({ formula: `${view.items[a]!}÷${view.items[b]!}`, isPlain: factor.isPlain, expect });
    });
  });
  return relations;
}

/** Whether two of the first four factors `rate × over ÷ under` are alike: a cheap first look at a pair. */
function isSteady(rates: Float64Array, over: Float64Array, under: Float64Array): boolean {
  let count = 0;
  for (let line = 0; line < rates.length && count < SEEN.length; line += 1) {
    const factor = (rates[line]! * over[line]!) / under[line]!;
    if (!(factor > 0) || factor === Infinity) continue;
    for (let other = 0; other < count; other += 1) if (Math.abs(factor / SEEN[other]! - 1) < 0.06) return true;
    SEEN[count] = factor;
    count += 1;
  }
  return false;
}

/** The first factors of a pair; written anew for each, as most pairs are given up after them. */
const SEEN = new Float64Array(4);

function readFactors(rates: Float64Array, over: Float64Array, under: Float64Array): number[] {
  const factors: number[] = [];
  for (let line = 0; line < rates.length; line += 1) {
    const factor = (rates[line]! * over[line]!) / under[line]!;
    if (factor > 0 && factor !== Infinity) factors.push(factor);
  }
  return factors;
}

/** Every `item = k × a`: shares of one whole, density over one area. */
export function proposeShares(view: TableView, item: number): Relation[] {
  const shares = view.valuesOf(item, true);
  const ones = new Float64Array(shares.length).fill(1);
  return listOthers(view, item).flatMap((a) => {
    const parts = view.valuesOf(a, false);
    if (!isSteady(shares, ones, parts)) return [];
    const factor = median(readFactors(shares, ones, parts));
    if (factor === undefined) return [];
    const expect = (line: number): Expected | undefined => {
      const x = view.numberAt(a, line);
      if (x < 0 || view.valueOf(x) === 0) return undefined;
      // The factor itself comes from rounded shares.
      const value = factor * view.valueOf(x);
      return { value, slack: spread(view, value, [a], [x]) + Math.abs(value) * 0.002, cells: [x] };
    };
    return [{ formula: `${view.items[a]!}占总数`, isPlain: false, expect }];
  });
}

/** Every `item = 100 × a ÷ (a + b)` of two items side by side: the share of men among men and women. */
export function proposeHalves(view: TableView, item: number): Relation[] {
  return listOthers(view, item).flatMap((a) =>
    [a - 1, a + 1].flatMap((b) => {
      if (b === item || view.items[b] === undefined) return [];
      const expect = (line: number): Expected | undefined => {
        const [x, y] = [view.numberAt(a, line), view.numberAt(b, line)];
        if (x < 0 || y < 0 || view.valueOf(x) <= 0 || view.valueOf(y) <= 0) return undefined;
        const value = (100 * view.valueOf(x)) / (view.valueOf(x) + view.valueOf(y));
        return { value, slack: spread(view, value, [a, b], [x, y]), cells: [x, y] };
      };
      return [{ formula: `${view.items[a]!}占${view.items[a]!}与${view.items[b]}之和`, isPlain: true, expect }];
    }),
  );
}

/** Every growth between two items of a line, or between a line and the one before it. */
export function proposeGrowth(view: TableView, item: number): Relation[] {
  const others = listOthers(view, item);
  const between = others.flatMap((a) =>
    others.flatMap((b) => {
      if (a === b) return [];
      const expect = (line: number) => growth(view, [a, b], view.numberAt(a, line), view.numberAt(b, line), 100);
      return [{ formula: `${view.items[a]!}比${view.items[b]!}`, isPlain: true, expect }];
    }),
  );
  const overLines = others.flatMap((a) =>
    [100, 0].map((base) => {
      const expect = (line: number) =>
        line === 0 ? undefined : growth(view, [a, a], view.numberAt(a, line), view.numberAt(a, line - 1), base);
      return { formula: `${view.items[a]!}比上一年`, isPlain: true, expect };
    }),
  );
  return [...between, ...overLines];
}

/** Every difference of two items of a line, or of a line and the one before it. */
export function proposeDifferences(view: TableView, item: number): Relation[] {
  const others = listOthers(view, item);
  const between = others.flatMap((a) =>
    others.flatMap((b) => {
      if (a === b) return [];
      const expect = (line: number) => difference(view, view.numberAt(a, line), view.numberAt(b, line));
      return [{ formula: `${view.items[a]!}－${view.items[b]!}`, isPlain: true, expect }];
    }),
  );
  const overLines = others.map((a) => {
    const expect = (line: number) =>
      line === 0 ? undefined : difference(view, view.numberAt(a, line), view.numberAt(a, line - 1));
    return { formula: `${view.items[a]!}与上一年之差`, isPlain: true, expect };
  });
  return [...between, ...overLines];
}

function growth(
  view: TableView,
  items: readonly number[],
  now: number,
  then: number,
  base: number,
): Expected | undefined {
  if (now < 0 || then < 0 || view.valueOf(then) <= 0 || view.valueOf(now) === 0) return undefined;
  const ratio = (view.valueOf(now) / view.valueOf(then)) * 100;
  return { value: ratio - base, slack: spread(view, ratio, items, [now, then]) + 0.001, cells: [now, then] };
}

function difference(view: TableView, a: number, b: number): Expected | undefined {
  if (a < 0 || b < 0) return undefined;
  return {
    value: view.valueOf(a) - view.valueOf(b),
    slack: Math.max(0, view.halfPlaceOf(a) - 0.5) + Math.max(0, view.halfPlaceOf(b) - 0.5),
    cells: [a, b],
  };
}

function listOthers(view: TableView, item: number): number[] {
  return view.items.flatMap((_, index) => (index !== item && Math.abs(index - item) <= REACH ? [index] : []));
}

/** What the rounding of the sources may change in the result. */
function spread(view: TableView, value: number, items: readonly number[], cells: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < cells.length; index += 1)
    sum += (Math.abs(value) * view.roundingOf(items[index]!, cells[index]!)) / Math.abs(view.valueOf(cells[index]!));
  return sum;
}

function snap(factors: readonly number[]): { readonly value: number; readonly isPlain: boolean } | undefined {
  const middle = median(factors);
  if (middle === undefined || middle <= 0) return undefined;
  const plain = findPlain(middle);
  if (plain !== undefined) return { value: plain, isPlain: true };
  // A factor that is no matter of units must at least be the same nearly everywhere.
  const near = factors.filter((factor) => Math.abs(factor / middle - 1) < 0.01).length;
  return near * 5 >= factors.length * 4 && factors.length >= 6 ? { value: middle, isPlain: false } : undefined;
}

/** The plain factor next to this one, by halving. */
function findPlain(factor: number): number | undefined {
  let low = 0;
  let high = PLAIN.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (factor / PLAIN[middle]! - 1 < PLAIN_SLACK) high = middle;
    else low = middle + 1;
  }
  const plain = PLAIN[low];
  return plain !== undefined && Math.abs(factor / plain - 1) < PLAIN_SLACK ? plain : undefined;
}

function median(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1];
}
