import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addWorkingDays, countWorkingDays, isWorkingDay, type WorkingCalendar } from './working-days.ts';

const FIRST = Date.UTC(2023, 10, 1) / 86_400_000;
const SPAN = 900;
const dayAt = (index: number) => new Date((FIRST + index) * 86_400_000).toISOString().slice(0, 10);

const day = fc.integer({ min: 0, max: SPAN });
const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .array(fc.tuple(day, fc.boolean()), { maxLength: 60 })
  .map((entries) => new Map(entries.map(([index, off]) => [dayAt(index), off])));

/** The count as one would do it with a finger on a wall calendar. */
function countByHand(from: number, to: number, days: WorkingCalendar): number {
  let count = 0;
  for (let index = Math.min(from, to) + 1; index <= Math.max(from, to); index++)
    if (isWorkingDay(dayAt(index), days)) count++;
  return to < from ? -count : count;
}

describe('working days over any calendar', () => {
  it('are counted as by hand, over leap days and turns of the year, forwards and backwards', () => {
    fc.assert(
      fc.property(day, day, calendar, (from, to, days) => {
        // No negative zero: the wire and people know one zero.
        expect(countWorkingDays(dayAt(from), dayAt(to), days)).toBe(countByHand(from, to, days) || 0);
      }),
      { numRuns: 500 },
    );
  });

  it('end on a working day, and the count there comes back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 250 }), calendar, (from, count, days) => {
        const due = addWorkingDays(dayAt(from), count, days);
        expect(isWorkingDay(due, days)).toBe(true);
        expect(countWorkingDays(dayAt(from), due, days)).toBe(count);
        expect(due > dayAt(from)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('add up over any day in between', () => {
    fc.assert(
      fc.property(day, day, day, calendar, (a, b, c, days) => {
        const [low, middle, high] = [a, b, c].sort((x, y) => x - y).map(dayAt) as [string, string, string];
        expect(countWorkingDays(low, middle, days) + countWorkingDays(middle, high, days)).toBe(
          countWorkingDays(low, high, days),
        );
      }),
    );
  });

  it('are Mondays to Fridays where nothing else is known', () => {
    const none = new Map<string, boolean>();
    expect(countWorkingDays('2024-02-23', '2024-03-01', none)).toBe(5);
    expect(addWorkingDays('2024-12-31', 1, none)).toBe('2025-01-01');
    expect(addWorkingDays('2026-01-02', 1, none)).toBe('2026-01-05');
  });

  it('take no day that is none', () => {
    for (const none of ['2023-02-29', '2024-13-01', '2024-1-1', ''])
      expect(() => isWorkingDay(none, new Map())).toThrow(RangeError);
    for (const count of [0, -1, 1.5, Number.NaN])
      expect(() => addWorkingDays('2024-01-01', count, new Map())).toThrow(RangeError);
  });
});
