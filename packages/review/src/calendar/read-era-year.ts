import { ERAS } from './era-years.ts';
import { readHanNumber } from './read-han-number.ts';

/** First and last western year of one ruler's title. */
export interface Reign {
  readonly first: number;
  readonly last: number;
}

/** An era year in the text (年号纪年): 乾隆五年, or several that share their title: 民国17～19年. */
export interface EraYear {
  readonly start: number;
  /** After 年. */
  readonly end: number;
  readonly name: string;
  /** In the order printed; one, or the ends of a range or list. */
  readonly ordinals: readonly number[];
  /** Ordinals are printed with the digits 0–9. */
  readonly arabic: boolean;
  /** Every ruler who used the title. */
  readonly reigns: readonly Reign[];
}

const BY_NAME = new Map<string, Reign[]>();
for (const [name, first, last] of ERAS) {
  const reigns = BY_NAME.get(name);
  if (reigns === undefined) BY_NAME.set(name, [{ first, last }]);
  else reigns.push({ first, last });
}

/** Every ruler who used a title. */
export function listReigns(name: string): readonly Reign[] {
  return BY_NAME.get(name) ?? [];
}

/** Every reign title, as words to listen for. */
export const ERA_NAMES: readonly string[] = [...BY_NAME.keys()];

const ONE = '(?:[元一二三四五六七八九十廿卅百〇零]{1,5}|\\d{1,2})';
const ORDINALS = new RegExp(
  `\\s*(${ONE})(?:年?(?:[～—~、和至－-]|——)(${ONE}))?\\s*(?:年(?![代级制])|(?=[（(]\\d{4}[）)]年))`,
  'uy',
);
/** What may stand right behind a title: an ordinal, a space, or the ganzhi of the Taiping calendar. */
const BEGINS = new Set(
  [...'元一二三四五六七八九十廿卅百0123456789 \u3000甲乙丙丁戊己庚辛壬癸'].map((character) => character.charCodeAt(0)),
);
/** The Taiping calendar names the ganzhi before the ordinal: 太平天国庚申十年. */
const TAIPING = /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥好开荣]/uy;

/** Reads the era year whose title stands at `[start, nameEnd)`; undefined where no ordinal and 年 follow. */
export function readEraYear(text: string, start: number, nameEnd: number, end: number): EraYear | undefined {
  if (!BEGINS.has(text.charCodeAt(nameEnd))) return undefined;
  // Several rules ask at the same place, one after the other.
  if (last.text !== text || last.start !== start || last.nameEnd !== nameEnd || last.end !== end)
    last = { text, start, nameEnd, end, era: readOrdinals(text, start, nameEnd, end) };
  return last.era;
}

let last: {
  readonly text: string;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly era: EraYear | undefined;
} = { text: '', start: -1, nameEnd: -1, end: -1, era: undefined };

function readOrdinals(text: string, start: number, nameEnd: number, end: number): EraYear | undefined {
  const name = text.slice(start, nameEnd);
  const reigns = BY_NAME.get(name);
  if (reigns === undefined) return undefined;
  let from = nameEnd;
  TAIPING.lastIndex = from;
  if (name === '太平天国' && TAIPING.test(text)) from += 2;
  ORDINALS.lastIndex = from;
  const found = ORDINALS.exec(text);
  if (found === null || from + found[0].length > end) return undefined;
  const printed = found[2] === undefined ? [found[1]!] : [found[1]!, found[2]];
  const ordinals = printed.map((each) => (each === '元' ? 1 : readHanNumber(each)));
  if (ordinals.some((ordinal) => ordinal === undefined || ordinal < 1)) return undefined;
  return {
    start,
    end: from + found[0].length,
    name,
    ordinals: ordinals.filter((ordinal) => ordinal !== undefined),
    arabic: /\d/u.test(found[1]!),
    reigns,
  };
}

/** Reads the era year that begins at `at`, where one does. */
export function readEraAt(text: string, at: number, end: number): EraYear | undefined {
  for (const length of [4, 3, 2])
    if (BY_NAME.has(text.slice(at, at + length))) return readEraYear(text, at, at + length, end);
  return undefined;
}

/** Reads the era year that ends at `at`, where one does. */
export function readEraBefore(text: string, start: number, at: number): EraYear | undefined {
  if (text[at - 1] !== '年') return undefined;
  for (let from = Math.max(start, at - 14); from <= at - 4; from += 1) {
    const era = readEraAt(text, from, at);
    if (era?.end === at) return era;
  }
  return undefined;
}

/** Western years an ordinal can mean, one for each ruler of that title. */
export function listYears({ reigns }: EraYear, ordinal: number): number[] {
  return reigns.map(({ first }) => first + ordinal - 1);
}

/** First western year from which reigns are checked for their length: before it lists of titles disagree. */
const FROM = 618;
/** From the Ming on a title began with a year; before, the old one may have served that year out. */
const MING = 1368;

/** Years a title had, where the era year goes beyond them (年号超限); undefined where it does not. */
export function findReignExceeded({ name, reigns, ordinals }: EraYear): number | undefined {
  if (name === '民国' || reigns.every(({ first }) => first < FROM)) return undefined;
  const longest = reigns.reduce((most, { first, last }) => Math.max(most, last - first + 1), 0);
  const slack = reigns.every(({ first }) => first >= MING) ? 0 : 1;
  return Math.max(...ordinals) > longest + slack ? longest : undefined;
}

/** A western year as it is printed; 0 is 1 BC. */
export function printYear(year: number): string {
  return year > 0 ? `${year}年` : `前${1 - year}年`;
}
