const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The ganzhi of a western year (干支): 1984 → 甲子. Years before the common era are counted astronomically (0 is 1 BC). */
export function printGanzhi(year: number): string {
  const index = (((year - 4) % 60) + 60) % 60;
  return STEMS.charAt(index % 10) + BRANCHES.charAt(index % 12);
}

/** Whether two characters are one of the sixty pairs. */
export function isGanzhi(pair: string): boolean {
  const stem = STEMS.indexOf(pair.charAt(0));
  const branch = BRANCHES.indexOf(pair.charAt(1));
  return pair.length === 2 && stem >= 0 && branch >= 0 && stem % 2 === branch % 2;
}
