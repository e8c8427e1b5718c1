const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The sixty pairs, 甲子 first (六十甲子). */
export const GANZHI: readonly string[] = Array.from({ length: 60 }, (_, index) => pairAt(index));

/** Pairs of a stem and a branch that the cycle does not have: 甲丑. */
export const NO_GANZHI: readonly string[] = STEMS.split('').flatMap((stem) =>
  BRANCHES.split('').flatMap((branch) => (GANZHI.includes(stem + branch) ? [] : [stem + branch])),
);

/** The ganzhi of a western year (干支): 1984 → 甲子. Years before the common era are counted astronomically (0 is 1 BC). */
export function printGanzhi(year: number): string {
  return pairAt((((year - 4) % 60) + 60) % 60);
}

function pairAt(index: number): string {
  return STEMS.charAt(index % 10) + BRANCHES.charAt(index % 12);
}
