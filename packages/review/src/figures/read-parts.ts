import { isSameUnit, readBareNumber, readQuantity, type Quantity } from './read-quantity.ts';

/** A named part of a list (分项): 小学 80所, 80所小学. */
export interface Part {
  readonly label: string;
  readonly quantity: Quantity;
}

/** Parts in a row (列举). */
export interface Listing {
  readonly parts: readonly Part[];
  /** Where reading stopped. */
  readonly stop: number;
  /** Whether the list ends there: with a sentence or clause, or with a comma behind parts that 、 sets in a row. */
  readonly closed: boolean;
  /** Whether nothing but 、 and 和 stands between the parts. */
  readonly enumerated: boolean;
  /** How many parts stand before the first ；between parts, 0 where there is none: what follows may belong to another whole. */
  readonly firstClause?: number;
}

/** What parts are read for: their unit, the scale of bare numbers, and units that count the same here. */
export type Whole = Pick<Quantity, 'unit' | 'scale' | 'also'>;

/** A label of words; a specification, a year or an age may stand before it: 6.3吨冲床, 1986年, 15～64岁. */
const LABEL =
  /(?:\d+(?:\.\d+)?(?:吨|千瓦|马力|千伏|米|寸|升|型|号)(?:级|型)?|(?:18|19|20)\d{2}年|\d{1,3}(?:[～~—-]\d{1,3})?周?岁)?(?:[^\d。；;，,、：:（）()\n]|（[^（）。；\d]{0,12}）|、(?=[^\d。；;，,、：:（）()\n]{1,14}\d)){0,22}/uy;
/** A list by years or ages names its parts by numbers. */
const NUMBERED = /^(?:(?:18|19|20)\d{2}年|\d{1,3}(?:[～~—-]\d{1,3})?周?岁(?:及?以[上下])?)$/u;
/** Words after which a number is no part of the whole before it: comparisons, shares, means, sequels. */
const NO_PART =
  /比|较|增(?!值)|减(?![刑免])|占|率|均|每|达|超|同期|上年|去年|最|逾|其中|等$|累计|为民|改|降|升|余下|剩|亩产|[年月日第约近各]$|^(?:主要|各项|全(?!民|日制)|总|共(?!产党|青团|同)|该|当年)/u;
/** A deed after another: not a second kind of the same thing. */
const DEED =
  /^(?:完成|实现|上交|上缴|架设|修建|修筑|修复|修整|修通|修桥|修路|修渠|建成|建起|建立|建房|铺设|铺|新建|新增|新|投入|投资|收入|支出|出动|查处|查获|查出|开挖|发放|生产(?!工人|资料|队|企业)|销售|利润|利税|需|为(?=[\u4e00-\u9fff]{4}))/u;
const NOUN = /[\u4e00-\u9fff“”]{0,8}?(?=[、，,；;。（(和及\n]|以及|$)/uy;
const BRACKET = /[（(][^（）()。]{0,40}[）)]/uy;
/** What is said of a part before the next: its share, its growth. */
const REMARK =
  /(?:[，,](?:分别|各|约)?(?:占|(?:比|较)(?=[上去前同全\d])|同比|环比|增长|下降|增幅|提高|上升|减少|增加)(?:\d{4}年)?[^，,；;。、\d]{0,16}\d[\d.]*(?:[%％‰]|个百分点|倍|万?[\u4e00-\u9fff])[^，,；;。、\d]{0,4}(?=[，,；;。、\n]|$))+/uy;
/** A part that is itself divided: 甲30人，其中男20人、女10人；乙…… */
const DIVIDED = /[，,（(]?其中[^。；;]{1,120}(?=[；;。])/uy;
const SEPARATOR = /[、，,；;]\s?(?:以及|及|和|另有|另)?|和|及|以及|与/uy;
const LEAD = /^(?:有|为|是|计|含|包括|设|即)/u;

/** Reads `名称 数量、名称 数量 …` of one unit from `at` on, as far as it goes; bare numbers have unit and scale of the whole. */
export function readParts(text: string, at: number, end: number, whole: Whole): Listing {
  const parts: Part[] = [];
  let place = at;
  let stop = at;
  let enumerated = true;
  let firstClause = 0;
  let separator = '';
  while (place < end && parts.length < 60) {
    const part = readPart(text, place, end, whole);
    if (part === undefined || (parts.length > 0 && DEED.test(part.label))) break;
    parts.push(part);
    if (parts.length > 1 && /[，,；;]/u.test(separator)) enumerated = false;
    if (parts.length > 1 && firstClause === 0 && /[；;]/u.test(separator)) firstClause = parts.length - 1;
    stop = skipRemarks(text, skipNoun(text, part, end), end);
    place = skip(SEPARATOR, text, stop);
    if (place === stop) break;
    separator = text.slice(stop, place);
  }
  enumerated &&= parts.length > 1;
  const closed = stop >= end || (enumerated ? /[。；;）)，,]/u : /[。；;）)]/u).test(text.charAt(stop));
  return { parts, stop, closed, enumerated, firstClause };
}

function readPart(text: string, at: number, end: number, whole: Whole): Part | undefined {
  const from = skip(LABEL, text, at);
  if (from >= end) return undefined;
  const words = text.slice(at, from);
  if (NO_PART.test(words) && !NUMBERED.test(words.trim())) return undefined;
  const quantity = readQuantity(text, from, end);
  if (quantity !== undefined) {
    if (!isSameUnit(quantity.unit, whole.unit) && whole.also?.includes(quantity.unit) !== true) return undefined;
    const isBare = words.replace(LEAD, '') === '';
    const noun = isBare ? text.slice(quantity.end, skip(NOUN, text, quantity.end)) : '';
    if (isBare && noun === '') return undefined;
    return { label: (words + noun).trim(), quantity };
  }
  if (words.trim() === '') return undefined;
  const bare = readBareNumber(text, from, end, whole.scale);
  if (bare === undefined || !/^(?:[、，,；;。）)]|$)/u.test(text.slice(bare.end, Math.min(end, bare.end + 1))))
    return undefined;
  return { label: words.trim(), quantity: { ...bare, unit: whole.unit } };
}

function skipNoun(text: string, { quantity }: Part, end: number): number {
  const past = skip(NOUN, text, quantity.end);
  return past <= end ? past : quantity.end;
}

function skipRemarks(text: string, at: number, end: number): number {
  let place = at;
  // （ (
  if (isOneOf(text, place, 0xff08, 0x28)) place = skip(BRACKET, text, place);
  // ， ,
  if (isOneOf(text, place, 0xff0c, 0x2c)) place = skip(REMARK, text, place);
  if (text.charCodeAt(place) === AMONG || text.charCodeAt(place + 1) === AMONG) place = skip(DIVIDED, text, place);
  return Math.min(place, end);
}

/** 其 */
const AMONG = 0x5176;

function isOneOf(text: string, at: number, one: number, other: number): boolean {
  const code = text.charCodeAt(at);
  return code === one || code === other;
}

/** End of what a sticky pattern matches at `at`; `at` where it does not. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
