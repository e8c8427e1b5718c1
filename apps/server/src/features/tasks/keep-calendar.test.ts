import { isWorkingDay } from '@xiuzhi/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../../test/open-house.ts';
import { loadCalendar } from './calendar.ts';

/** Arrangements of the State Council: first and last day off, and the days worked for them. */
const ARRANGED: Record<number, readonly [from: string, to: string, worked?: readonly string[]][]> = {
  2024: [
    ['01-01', '01-01'],
    ['02-10', '02-17', ['02-04', '02-18']],
    ['04-04', '04-06', ['04-07']],
    ['05-01', '05-05', ['04-28', '05-11']],
    ['06-08', '06-10'],
    ['09-15', '09-17', ['09-14']],
    ['10-01', '10-07', ['09-29', '10-12']],
  ],
  2025: [
    ['01-01', '01-01'],
    ['01-28', '02-04', ['01-26', '02-08']],
    ['04-04', '04-06'],
    ['05-01', '05-05', ['04-27']],
    ['05-31', '06-02'],
    ['10-01', '10-08', ['09-28', '10-11']],
  ],
  2026: [
    ['01-01', '01-03', ['01-04']],
    ['02-15', '02-23', ['02-14', '02-28']],
    ['04-04', '04-06'],
    ['05-01', '05-05', ['05-09']],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07', ['09-20', '10-10']],
  ],
};
const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Every day of the year that is worked, by the table above alone. */
function workedIn(year: number): Set<string> {
  const rows = ARRANGED[year]!.map(([from, to, worked = []]) => ({
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    worked,
  }));
  const worked = new Set<string>();
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = after(day)) {
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const off = rows.some((row) => day >= row.from && day <= row.to);
    const madeUp = rows.some((row) => row.worked.includes(day.slice(5)));
    if (madeUp || (!weekend && !off)) worked.add(day);
  }
  return worked;
}

describe('the calendar of holidays', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  it.each(Object.keys(ARRANGED).map(Number))(
    'of %i is the arrangement of the State Council, day by day',
    async (year) => {
      const { calendar } = await loadCalendar(house.db);
      const own = new Set<string>();
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = after(day))
        if (isWorkingDay(day, calendar)) own.add(day);
      expect([...own]).toEqual([...workedIn(year)]);
    },
  );

  it('knows how far it goes, and no further', async () => {
    const reader = await house.join('reader', '510000/510100/510104/');
    expect((await loadCalendar(house.db)).knownThrough).toBe(2026);
    expect(await reader.api.tasks.calendar({ year: 2027 })).toEqual({ known: false, days: [] });
    expect((await reader.api.tasks.calendar({ year: 2003 })).known).toBe(false);
    const { known, days } = await reader.api.tasks.calendar({ year: 2026 });
    expect(known).toBe(true);
    expect(days.find(({ day }) => day === '2026-10-10')).toEqual({
      day: '2026-10-10',
      off: false,
      title: '国庆节调休',
      own: false,
    });
  });

  it('is entered by the administrator at the root alone, and taken back', async () => {
    const day = { day: '2027-10-01', off: true, title: '国庆节' };
    for (const [role, path] of [
      ['administrator', '510000/510100/'],
      ['reviewLead', '510000/'],
    ] as const) {
      const other = await house.join(role, path);
      await expect(other.api.tasks.setCalendarDay(day)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const root = await house.join('administrator', '510000/');
    await root.api.tasks.setCalendarDay(day);
    await root.api.tasks.setCalendarDay({ day: '2027-01-01', off: true, title: '元旦' });
    await root.api.tasks.setCalendarDay({ day: '2026-10-10', off: true, title: '调休取消' });
    const entered = await root.api.tasks.calendar({ year: 2027 });
    expect(entered.known).toBe(true);
    expect(entered.days.map((each) => each.day)).toEqual(['2027-01-01', '2027-10-01']);
    const { calendar, knownThrough } = await loadCalendar(house.db);
    expect(knownThrough).toBe(2027);
    expect(isWorkingDay('2026-10-10', calendar)).toBe(false);
    for (const each of ['2026-10-10', '2027-10-01']) await root.api.tasks.setCalendarDay({ day: each, off: null });
    expect((await loadCalendar(house.db)).knownThrough).toBe(2026);
    expect(isWorkingDay('2026-10-10', (await loadCalendar(house.db)).calendar)).toBe(true);
    await expect(root.api.tasks.setCalendarDay({ day: '0000-01-01', off: true })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
