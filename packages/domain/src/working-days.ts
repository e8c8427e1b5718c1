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

/** Working days (工作日) from the day after `from` up to `to`, both ISO; negative where `to` is before `from`. */
export function countWorkingDays(from: string, to: string, calendar: WorkingCalendar): number {
  const [low, high] = [instantOf(from), instantOf(to)].sort((a, b) => a - b) as [number, number];
  let count = 0;
  for (let at = low + DAY; at <= high; at += DAY)
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), calendar)) count++;
  return instantOf(to) < instantOf(from) ? -count : count;
}
