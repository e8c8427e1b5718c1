import type { Figure } from './read-figure.ts';

/** Units whose figures were rounded when printed; persons, pieces and households are counted and have no rounding. */
const MEASURED = /万|亿|元|吨|千克|公斤|公顷|亩|米|公里|里|升|瓦|安|面积|产量|产值|金额/u;

/**
 * Largest difference between a printed total and the sum of its printed parts that rounding can make (尾差). `unit` is
 * whatever names the unit: header labels and caption. Counted integers allow none.
 */
export function boundRounding(total: Figure, parts: readonly Figure[], unit: string): number {
  const fine = parts.reduce((most, { decimals }) => Math.max(most, decimals), total.decimals);
  if (fine === 0 && !MEASURED.test(unit)) return 0;
  // A column prints 98 beside 97.5: the last place that is usual in it, not the coarsest, is what was rounded to.
  const usual = parts.filter(({ decimals }) => decimals === fine).length * 2 >= parts.length ? fine : Math.min(fine, 1);
  const place = 10 ** -Math.min(usual, Math.max(total.decimals, 0));
  return Math.min((parts.length + 1) / 2, 1 + Math.sqrt(parts.length)) * place;
}
