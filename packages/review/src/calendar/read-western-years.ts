/** Western years printed beside an era or ganzhi year (括注公元): 0 is 1 BC. */
export interface WesternYears {
  readonly start: number;
  readonly end: number;
  /** One year, or the ends of a range or list, in the order printed. */
  readonly years: readonly number[];
  /** The last months of the old calendar run into the next western year. */
  readonly late: boolean;
}

/** A season, a month, a day or the ganzhi of the year between the two. */
const GAP =
  '[春夏秋冬初末底闰正腊元一二三四五六七八九十廿卅\\d月日上中下旬甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥科时间]{0,9}';
const YEAR = '(前)?(?:西元|公元)?(前)?\\s*(\\d{2,4})';
const BRACKET = new RegExp(
  `(${GAP})[（(〔[【]\\s*(?:即|系|为|合)?${YEAR}(?:年?(?:[～—~－、至-]|——)(前)?(\\d{1,4}))?(?:年(?=[）)〕\\]】；;，,、]|[春夏秋冬初末底]|\\d{1,2}月)|(?=\\s*[）)〕\\]】]))`,
  'uy',
);
const EQUALS = new RegExp(`(${GAP})[，,]?(?:即|也就是|相当于|合)${YEAR}年(?!代)`, 'uy');
const BEFORE =
  /(?<![\d.第～—~－-])(?:公元|西元)?(前)?(\d{2,4})(?:年?(?:[～—~－、至-]|——)(前)?(\d{1,4}))?(年)?((?:\d{1,2}月)?(?:\d{1,2}日)?[春夏秋冬初末底]?)(?:[（(〔[【]\s*(?:即|时为|为|系)?|[，,]?即)(?:[\u4e00-\u9fff]{1,4}[·•]?)?$/u;

/** Reads the western years right behind `at`: （1905年）, （公元前140～前135年）, 即公元1905年. */
export function readYearsAfter(text: string, at: number, end: number): WesternYears | undefined {
  const first = text.charAt(at);
  if (first === '' || '。；？！'.includes(first)) return undefined;
  for (const pattern of [BRACKET, EQUALS]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || at + found[0].length > end) continue;
    const sign = found[2] !== undefined || found[3] !== undefined ? -1 : 1;
    const years = toYears(sign, found[4]!, found[5] === undefined ? 1 : -1, found[6]);
    if (years === undefined) return undefined;
    return { start: at + found[1]!.length, end: at + found[0].length, years, late: isLate(found[1]! + found[0]) };
  }
  return undefined;
}

/** Reads the western years right before `at`: 1905年（清, 公元1905年，即. */
export function readYearsBefore(text: string, start: number, at: number): WesternYears | undefined {
  if (at - start < 4) return undefined;
  const from = Math.max(start, at - 26);
  const found = BEFORE.exec(text.slice(from, at));
  if (found === null) return undefined;
  const years = toYears(found[1] === undefined ? 1 : -1, found[2]!, found[3] === undefined ? 1 : -1, found[4]);
  if (years === undefined) return undefined;
  // A bare number before a bracket is a year only with four digits.
  if (found[5] === undefined && found[1] === undefined && found[2]!.length < 4) return undefined;
  const place = from + found.index;
  const printed = found[0].search(/年?(?:\d{1,2}月)?(?:\d{1,2}日)?[春夏秋冬初末底]?(?:[（(〔[【]|[，,]?即)/u);
  return { start: place, end: place + printed + (found[5] === undefined ? 0 : 1), years, late: isLate(found[6] ?? '') };
}

function toYears(sign: number, first: string, lastSign: number, last: string | undefined): number[] | undefined {
  const year = Number(first);
  if (year === 0 || year > 2100) return undefined;
  const years = [sign < 0 ? 1 - year : year];
  if (last === undefined) return years;
  // 1905～08年 leaves the century out.
  const full = sign > 0 && last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  years.push(lastSign < 0 || sign < 0 ? 1 - Number(full) : Number(full));
  return years;
}

function isLate(text: string): boolean {
  return /十[一二]月|[冬腊]|底|末|(?<!\d)1[12]?月|(?<!\d)2月/u.test(text);
}
