import { expect, it } from 'vitest';

import { formatDay } from './format-day.ts';

it.each([
  ['2026-03-05', '2026年3月5日'],
  ['2026-11-21T15:59:59.999Z', '2026年11月21日'],
  ['2026-11-21T16:00:00.000Z', '2026年11月22日'],
  ['2026-12-31T23:30:00+08:00', '2026年12月31日'],
])('writes %s as %s', (day, words) => {
  expect(formatDay(day)).toBe(words);
});
