import { expect, it } from 'vitest';

import { describeFigureKey, formatPeriod, formatValue } from './describe-figure-key.ts';

it.each([
  ['2023', '2023年'],
  ['2023-06', '2023年6月'],
  ['2023-06-30', '2023年6月30日'],
  ['1986～1990', '1986年～1990年'],
  ['', ''],
])('writes the period %s as %s', (period, words) => expect(formatPeriod(period)).toBe(words));

it('shows a value no more exactly than it was printed', () => {
  expect(formatValue(210_666_666.667, 666_666.667)).toBe('210,700,000');
  expect(formatValue(52_340_000, 1_000)).toBe('52,340,000');
  expect(formatValue(3.2, 0.1)).toBe('3.2');
});

it('reads a key as an editor does', () => {
  expect(describeFigureKey('丁家镇|粮食总产量||2023|千克|52340000')).toBe('2023年 丁家镇 粮食总产量 52,340,000千克');
  expect(describeFigureKey('|人口|户籍||人|312')).toBe('人口（户籍） 312人');
});
