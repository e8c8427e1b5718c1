import { describe, expect, test } from 'vitest';

import { checkNumbering, type KnownIssue } from './check-numbering.ts';

const issue = (year: number, number: number, total: number | null, date?: string): KnownIssue => ({
  series: '甲市地方志工作简报',
  year,
  number,
  total,
  ...(date === undefined ? {} : { date }),
});
const check = (...known: KnownIssue[]) => checkNumbering(known).series[0]!;

describe('numbers of issues', () => {
  test('the bases of two years tell the last number of the first', () => {
    const { years, spans } = check(issue(2031, 55, 306), issue(2032, 71, 390), issue(2035, 54, 786));
    expect(years.map(({ year, base, last }) => [year, base, last])).toEqual([
      [2031, 251, 68],
      [2032, 319, null],
      [2035, 732, null],
    ]);
    expect(spans).toEqual([{ from: 2032, to: 2034, count: 413 }]);
  });

  test.each([
    ['gap', [issue(2031, 1, 1), issue(2031, 2, 2), issue(2031, 4, 4)], [3]],
    ['duplicate', [issue(2031, 1, 1), issue(2031, 2, 2), issue(2031, 2, 2)], [2]],
    ['base-disagrees', [issue(2031, 1, 11), issue(2031, 2, 12), issue(2031, 3, 31)], [3]],
    ['back', [issue(2031, 1, 1, '2031-01-09'), issue(2031, 2, 2, '2031-01-02')], [1]],
    ['total-before-number', [issue(2031, 1, 0)], [1]],
  ] as const)('%s', (code, known, numbers) => {
    expect(check(...known).issues).toMatchObject([{ code, numbers, year: 2031 }]);
  });

  test('a running number that goes back from year to year', () => {
    expect(check(issue(2031, 1, 50), issue(2032, 1, 20)).issues).toMatchObject([{ code: 'back', year: 2032 }]);
  });

  test('series are apart', () => {
    const other = { ...issue(2031, 1, 1), series: '甲市地方志办政工简讯' };
    expect(checkNumbering([issue(2031, 1, 1), other]).series.map(({ issues }) => issues)).toEqual([[], []]);
  });
});
