/** A day as an office writes it (日期): `2026年3月5日`, from an ISO day or instant (local time). */
export function formatDay(day: string): string {
  const [year, month, date] = day.length > 10 ? partsOf(new Date(day)) : day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function partsOf(instant: Date): [number, number, number] {
  return [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
}
