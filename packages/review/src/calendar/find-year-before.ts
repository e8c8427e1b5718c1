/** Where a year of four digits begins that ends right before `at`, 年 behind it or not: 1998年～, 1998～; -1 where none does. */
export function findYearBefore(text: string, start: number, at: number): number {
  const end = text.charCodeAt(at - 1) === YEAR ? at - 1 : at;
  const from = end - 4;
  if (from < start) return -1;
  for (let place = from; place < end; place += 1) if (!isDigit(text.charCodeAt(place))) return -1;
  return from > start && isDigit(text.charCodeAt(from - 1)) ? -1 : from;
}

/** 年 */
const YEAR = 0x5e74;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
