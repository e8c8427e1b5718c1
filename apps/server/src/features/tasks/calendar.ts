import known from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { WorkingCalendar } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';

/** A day off or worked by 调休, and what it is called; `own` where somebody entered it. */
export interface CalendarDay {
  readonly day: string;
  readonly off: boolean;
  readonly title: string;
  readonly own: boolean;
}

/** The package says 'National Day,国庆节,3'. */
const chinese = (title: string) => title.split(',')[1] ?? title;

/** The arrangements of the State Council (国务院办公厅放假安排) that the package knows. */
const PUBLISHED: readonly CalendarDay[] = [
  ...Object.entries(known.holidays).map(([day, title]) => ({ day, off: true, title: chinese(title), own: false })),
  ...Object.entries(known.workdays).map(([day, title]) => ({
    day,
    off: false,
    title: `${chinese(title)}调休`,
    own: false,
  })),
];
const YEARS = PUBLISHED.map(({ day }) => Number(day.slice(0, 4)));
const [FIRST_YEAR, LAST_YEAR] = [Math.min(...YEARS), Math.max(...YEARS)];

/** Days that differ from the plain week, the published ones overlaid by those entered here, in order. */
async function loadDays(db: Database | Tx): Promise<CalendarDay[]> {
  const entered = await db.selectFrom('calendar_day').select(['day', 'off', 'title']).execute();
  const days = new Map(PUBLISHED.map((day) => [day.day, day]));
  for (const { day, off, title } of entered) days.set(day, { day, off, title, own: true });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The last year in a row whose holidays are known. A year entered by hand is known with its National Day, its last. */
function lastKnownYear(days: readonly CalendarDay[]): number {
  const complete = new Set(
    days.filter(({ day, off }) => off && day.endsWith('-10-01')).map(({ day }) => day.slice(0, 4)),
  );
  let year = LAST_YEAR;
  while (complete.has(String(year + 1))) year++;
  return year;
}

/** The working calendar (工作日历), and the last year whose holidays it knows; later years count weekends alone. */
export async function loadCalendar(db: Database | Tx): Promise<{ calendar: WorkingCalendar; knownThrough: number }> {
  const days = await loadDays(db);
  return { calendar: new Map(days.map(({ day, off }) => [day, off])), knownThrough: lastKnownYear(days) };
}

/** The days of one year that differ from the plain week, and whether its holidays are known. */
export async function loadYear(db: Database, year: number): Promise<{ known: boolean; days: CalendarDay[] }> {
  const days = await loadDays(db);
  return {
    known: year >= FIRST_YEAR && year <= lastKnownYear(days),
    days: days.filter(({ day }) => day.startsWith(`${year}-`)),
  };
}

/** Enters a day off or worked, or with null takes what was entered back. */
export async function saveCalendarDay(tx: Tx, day: string, off: boolean | null, title: string): Promise<void> {
  if (off === null) await tx.deleteFrom('calendar_day').where('day', '=', day).execute();
  else
    await tx
      .insertInto('calendar_day')
      .values({ day, off, title })
      .onConflict((on) => on.column('day').doUpdateSet({ off, title }))
      .execute();
}
