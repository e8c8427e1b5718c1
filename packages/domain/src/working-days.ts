/** Days off and days worked (调休) beyond Saturdays and Sundays: ISO day → off. */
export type WorkingCalendar = ReadonlyMap<string, boolean>;

const DAY = 86_400_000;

/** ISO day → milliseconds at UTC midnight; a RangeError for what is no day. */
function instantOf(day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`no day: ${day}`);
  return at;
}

/** Whether people work (工作日) on an ISO day. */
export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean {
  const weekday = new Date(instantOf(day)).getUTCDay();
  const off = calendar.get(day);
  return off === undefined ? weekday !== 0 && weekday !== 6 : !off;
}

/** The ISO day `count` working days (工作日) after `day`; the day itself does not count. `count` ≥ 1. */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(count) || count < 1 || count > 5_000) throw new RangeError(`no number of days: ${count}`);
  let at = instantOf(day);
  for (let left = count; left > 0;) {
    at += DAY;
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), calendar)) left--;
  }
  return new Date(at).toISOString().slice(0, 10);
}

/** Mondays to Fridays up to and with a day, counted from a Monday long ago: only differences mean something. */
function weekdaysUpTo(at: number): number {
  // The first of January 1970 was a Thursday.
  const days = at / DAY + 3;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5);
}

/** Working days (工作日) from the day after `from` up to `to`, both ISO; negative where `to` is before `from`. */
export function countWorkingDays(from: string, to: string, calendar: WorkingCalendar): number {
  const backwards = instantOf(to) < instantOf(from);
  const [first, last] = backwards ? [to, from] : [from, to];
  let count = weekdaysUpTo(instantOf(last)) - weekdaysUpTo(instantOf(first));
  // By the days that differ from the plain week, so that a day far away costs no more than one at hand.
  for (const [day, off] of calendar) {
    if (day <= first || day > last) continue;
    const weekday = new Date(instantOf(day)).getUTCDay();
    const plain = weekday !== 0 && weekday !== 6;
    if (plain === off) count += off ? -1 : 1;
  }
  return backwards ? 0 - count : count;
}
