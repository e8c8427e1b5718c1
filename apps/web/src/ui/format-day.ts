/** Beijing time (北京时间) is ahead of UTC by so many milliseconds, all year. */
const AHEAD = 8 * 3_600_000;

/** A day as an office writes it (日期): `2026年3月5日`, from an ISO day, or from an instant as its day in Beijing. */
export function formatDay(day: string): string {
  // What is signed bears the day of the office, whatever the clock of the computer is set to.
  const iso = day.length > 10 ? new Date(Date.parse(day) + AHEAD).toISOString() : day;
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
