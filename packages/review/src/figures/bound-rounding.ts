/**
 * Largest difference between a printed total and the sum of so many printed parts that rounding can make (尾差): `fine`
 * is the finest number of decimals among them, `atFine` how many parts have it.
 */
export function boundRounding(parts: number, atFine: number, fine: number, totalDecimals: number): number {
  // A column prints 98 beside 97.5: the last place that is usual in it, not the coarsest, is what was rounded to.
  const usual = atFine * 2 >= parts ? fine : Math.min(fine, 1);
  const place = 10 ** -Math.min(usual, Math.max(totalDecimals, 0));
  return Math.min((parts + 1) / 2, 1 + Math.sqrt(parts)) * place;
}
