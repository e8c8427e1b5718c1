const AT_CONSTANT_PRICES =
  /生产总值|GDP|增加值|总产值|国民收入|可比|不变价|实际增|扣除|同口径|工业产值|规模以上|规上|物价|指数/u;

/** Whether the sentence around `[start, end)` speaks of what is compared at constant prices (可比价): growth is not of the printed values. */
export function isAtConstantPrices(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('。', start) + 1;
  return AT_CONSTANT_PRICES.test(text.slice(Math.max(from, start - 60), Math.min(text.length, end + 10)));
}
