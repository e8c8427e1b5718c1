/** Day (日期) as an office prints it, `2026-03-05` as 2026年3月5日; blanks to fill in for null. */
export function printDay(day: string | null): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '') ?? [];
  return year === undefined ? '　　　　年　　月　　日' : `${year}年${Number(month)}月${Number(date)}日`;
}
