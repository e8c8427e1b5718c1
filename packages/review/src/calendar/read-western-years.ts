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
  '[\\s春夏秋冬初末底闰正腊元一二三四五六七八九十廿卅\\d月日上中下旬甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥岁次农夏历科时间]{0,9}';
const YEAR = '(前)?(?:西元|公元)?(前)?\\s*(\\d{2,4}|[一二三四五六七八九〇○零]{4})\\s*';
const BRACKET = new RegExp(
  `(${GAP})[（(〔[【]\\s*(?:即|系|为|合)?${YEAR}(?:年?(?:[～—~－、至-]|——)(前)?(\\d{1,4}))?(?:年(?=[）)〕\\]】；;，,、]|[春夏秋冬初末底]|\\d{1,2}月)|(?=\\s*[）)〕\\]】]))`,
  'uy',
);
const EQUALS = new RegExp(`(${GAP})[，,]?(?:即|也就是|相当于|合)${YEAR}年(?!代)`, 'uy');
const SLASH = new RegExp(`()\\s*[/／]\\s*${YEAR}年?(?![\\d代])`, 'uy');
/** （民国17年，1928年）: inside one bracket both name the same year. */
const INSIDE = new RegExp(`()[，,]\\s*${YEAR}年?(?=[）)])`, 'uy');
const OPEN = /[（(][\u4e00-\u9fff]{0,3}$/u;
const BEFORE =
  /(?<![\d.第～—~－-])(?:公元|西元)?(前)?(\d{2,4}|[一二三四五六七八九〇○零]{4})(?:\s*年?(?:[～—~－、至-]|——)(前)?(\d{1,4}))?\s*(年)?((?:\d{1,2}月)?(?:\d{1,2}日)?[春夏秋冬初末底]?)(?:[（(〔[【]\s*(?:即|时为|为|系)?|[，,]?即)(?:[\u4e00-\u9fff]{1,4}[·•]?)?$/u;

/** Reads the western years behind an era year `[from, at)`: （1905年）, （公元前140～前135年）, 即公元1905年. */
export function readYearsAfter(text: string, from: number, at: number, end: number): WesternYears | undefined {
  const first = text.charAt(at);
  if (first === '' || '。；？！'.includes(first)) return undefined;
  const patterns = [BRACKET, EQUALS, SLASH];
  if (first === '，' && OPEN.test(text.slice(Math.max(0, from - 4), from))) patterns.push(INSIDE);
  for (const pattern of patterns) {
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
  const year = toNumber(first);
  if (year === 0 || year > 2100) return undefined;
  const years = [sign < 0 ? 1 - year : year];
  if (last === undefined) return years;
  // 1905～08年 leaves the century out.
  const full = sign > 0 && last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  years.push(lastSign < 0 || sign < 0 ? 1 - Number(full) : Number(full));
  return years;
}

const HAN_DIGITS = '零一二三四五六七八九';

/** 1905 or 一九〇五. */
function toNumber(printed: string): number {
  if (/\d/u.test(printed)) return Number(printed);
  return Number([...printed.replace(/[〇○]/gu, '零')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));
}

function isLate(text: string): boolean {
  return /十[一二]月|[冬腊]|底|末|(?<!\d)1[12]?月|(?<!\d)2月/u.test(text);
}
