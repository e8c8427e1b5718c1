import { APPROXIMATE, CHANGE, CUMULATIVE, PLANNED, RANGE } from './figure-columns.ts';
import { FIGURE_UNITS } from './figure-units.ts';
import { indexFigures, keyFigure } from './find-rivals.ts';
import { BARE, isOnLastYear, isSameEntity, isSure } from './judge-rivals.ts';
import type { LeanLedger } from './ledger.ts';
import { ContextReader } from './read-context.ts';

/** A base of this year's book that last year's book prints otherwise (上年基数不符). */
export interface BaseConflict {
  /** The figure in this book: the base itself, or the growth. */
  readonly figure: number;
  /** The amount of this year that grew; undefined where the base itself is printed. */
  readonly amount: number | undefined;
  /** The base in the base unit, as printed or worked out. */
  readonly base: number;
  /** Index into the ledger of last year's book. */
  readonly previous: number;
}

const LEFT_OUT = APPROXIMATE | RANGE | PLANNED | CUMULATIVE;
/** Grow at comparable prices, or on a base the bureau has adjusted: no base can be worked out. */
const COMPARABLE = /生产总值|增加值|产值|投资|零售|营业收入|利润|人均可支配/u;
/** Revised bases differ by less than this. */
const LEAST_GAP = 0.01;

/** Compares this year's bases with last year's book. `year` is the recorded year of this book. */
export function judgePrevious(ledger: LeanLedger, previous: LeanLedger, year: number): BaseConflict[] {
  const { columns } = ledger;
  const here = new ContextReader(ledger);
  const there = new ContextReader(previous);
  const figures = indexFigures(previous, (year - 1) * 10_000);
  const conflicts: BaseConflict[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const read = readBase(ledger, index, year);
    if (read === undefined) continue;
    const key = keyFigure(ledger, read.amount ?? index);
    for (const other of key === 0 ? [] : (figures.get(key) ?? [])) {
      const [one, two] = [here.read(read.amount ?? index), there.read(other)];
      if (one.name !== two.name || one.scope !== two.scope || one.modifier !== two.modifier || BARE.test(one.name))
        continue;
      if (one.host !== two.host || !isSameEntity(ledger, one, two) || !isSure(one, two, false)) continue;
      if (read.amount !== undefined && COMPARABLE.test(one.name)) continue;
      const printed = previous.columns.value[other]!;
      const gap = Math.abs(printed - read.base);
      const place = Math.max(read.tolerance, previous.columns.place[other]!);
      const counted = FIGURE_UNITS[previous.columns.unit[other]!]!.counted && place <= 1;
      if (gap <= (counted && read.amount === undefined ? 0 : place * 1.01)) continue;
      if (read.amount !== undefined && gap < printed * LEAST_GAP) continue;
      conflicts.push({ figure: index, amount: read.amount, base: read.base, previous: other });
      break;
    }
  }
  return conflicts;
}

interface Base {
  readonly base: number;
  readonly tolerance: number;
  readonly amount: number | undefined;
}

/** The base that a figure prints or implies: a value of last year, a growth or a change on it. */
function readBase(ledger: LeanLedger, index: number, year: number): Base | undefined {
  const { columns } = ledger;
  const flags = columns.flags[index]!;
  if ((flags & LEFT_OUT) !== 0) return undefined;
  if (columns.kind[index] === 0 && (flags & CHANGE) === 0) {
    const isLast = columns.from[index] === (year - 1) * 10_000 && columns.to[index] === columns.from[index];
    return isLast ? { base: columns.value[index]!, tolerance: columns.place[index]!, amount: undefined } : undefined;
  }
  if ((flags & CHANGE) === 0 || columns.kind[index]! > 2 || !isOnLastYear(ledger, index)) return undefined;
  const amount = index - 1;
  if (amount < 0 || columns.sentence[amount] !== columns.sentence[index]) return undefined;
  if (columns.kind[amount] !== 0 || (columns.flags[amount]! & (LEFT_OUT | CHANGE)) !== 0) return undefined;
  if (columns.from[amount] !== year * 10_000 || columns.indicatorStart[amount] !== columns.indicatorStart[index]) {
    if (columns.kind[index] === 2 || columns.from[amount] !== year * 10_000) return undefined;
  }
  const before = ledger.volume.text.slice(columns.end[amount], columns.start[index]);
  if (before.length > 14) return undefined;
  const falls = /[减降少跌]/u.test(before);
  const value = columns.value[amount]!;
  if (columns.kind[index] === 2) {
    const rate = ((falls ? -1 : 1) * columns.value[index]!) / 100;
    if (rate <= -0.95) return undefined;
    const slack = (columns.place[index]! / 100) * (value / (1 + rate) ** 2);
    return { base: value / (1 + rate), tolerance: columns.place[amount]! + slack, amount };
  }
  if (FIGURE_UNITS[columns.unit[index]!]!.base !== FIGURE_UNITS[columns.unit[amount]!]!.base) return undefined;
  const base = falls ? value + columns.value[index]! : value - columns.value[index]!;
  return { base, tolerance: columns.place[amount]! + columns.place[index]!, amount };
}
