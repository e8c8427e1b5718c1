import type { Figure } from './read-figure.ts';

/** A number with its unit in running text (数量): 5.2万元. `value` is in the bare unit, `place` the last place printed. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly place: number;
  readonly unit: string;
  /** 万, 亿 or 万亿 where printed. */
  readonly scale: string;
  /** Units printed in brackets behind the unit: 28901卷（册）. */
  readonly also?: string;
}

const UNITS =
  '平方千米|平方公里|平方米|立方米|千瓦时|千伏安|公顷|公里|千米|厘米|毫米|千克|公斤|毫克|毫升|千瓦|千伏|兆瓦|小时|美元|港元|日元|欧元|英镑|人次|户次|车次|航次|艘次|架次|台次|件次|头次|场次|班次|批次|课时|学时|工日|标箱|平米|元(?!月)|人(?!均)|户|个(?!百分点|月|小时|季度|星期|工作日|多|档次)|家|件|所|处(?!理|分|罚|置|于)|名|位(?!于)|次|吨|米|亩|头|只|台|辆|艘|座|条|项|篇|首|册|卷|套|张|种(?!植)|宗|起|例|幅|枚|株|棵|间|眼|口|尾|份|部|场|支(?!出|援|付|持)|班|对(?!外)|村|乡|镇|票|枪|顶|床|组|块|孔|斤|担|石|升|克|天|集|期|类|门|架|匹|羽|箱|袋|瓶|包|捆|根|片|面|本|页|字|节|列|挺|盏|笔|批|盘|盒|段|桩|车|队|网|科|剂|栋|幢|层|岁|枝|杆|马力|华里|斗|丈|尺|立方|方(?!面|案|式|针|法|向|便|位|能|言|可|志|药|圆|程|队)';
const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?)';
const SCALES: Readonly<Record<string, number>> = { 百万: 1e6, 千万: 1e7, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** A unit and the words behind it that make another word of it: 处 in 处理. */
interface Unit {
  readonly printed: string;
  readonly not: readonly string[];
}

/** Units by their first character, in the order in which they are tried; slot 0 is that of no unit. */
const BY_FIRST: Unit[][] = [[]];
const SLOTS = new Uint8Array(65_536);
for (const unit of UNITS.split(/\|(?![^(]*\))/u)) {
  const [printed = '', not = ''] = unit.split(/\(\?!|\)/u);
  const code = printed.charCodeAt(0);
  if (SLOTS[code] === 0) SLOTS[code] = BY_FIRST.push([]) - 1;
  BY_FIRST[SLOTS[code]!]!.push({ printed, not: not === '' ? [] : not.split('|') });
}

/** Reads the quantity that starts at `at`; undefined where there is none or it is only approximate (余、多). */
export function readQuantity(text: string, at: number, end: number): Quantity | undefined {
  const past = skipNumber(text, at);
  if (past === at) return undefined;
  const from = text.charCodeAt(past) === 0x20 ? past + 1 : past;
  const scale = readScale(text, from);
  let unit = scale === '' ? undefined : readUnit(text, from + scale.length);
  const isScaled = unit !== undefined;
  unit ??= readUnit(text, from);
  if (unit === undefined) return undefined;
  const stop = from + (isScaled ? scale.length : 0) + unit.length;
  if (stop > end) return undefined;
  const also = readAlso(text, stop, end);
  return makeQuantity(text, at, past, isScaled ? scale : '', stop + (also?.length ?? 0), unit, also);
}

/** The units in brackets at `at` that end by `end`. */
function readAlso(text: string, at: number, end: number): string | undefined {
  if (text.charCodeAt(at) !== 0xff08) return undefined;
  ALSO.lastIndex = at;
  const also = ALSO.exec(text)?.[0];
  return also === undefined || at + also.length > end ? undefined : also;
}

/** End of the number printed at `at`: digits with commas, and decimals; `at` where there is none. */
function skipNumber(text: string, at: number): number {
  if (!isDigit(text.charCodeAt(at))) return at;
  let past = at + 1;
  while (isDigit(text.charCodeAt(past)) || text.charCodeAt(past) === 0x2c) past += 1;
  if (text.charCodeAt(past) !== 0x2e || !isDigit(text.charCodeAt(past + 1))) return past;
  past += 2;
  while (isDigit(text.charCodeAt(past))) past += 1;
  return past;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function readScale(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code === 0x4ebf) return '亿';
  if (code === 0x4e07) return text.charCodeAt(at + 1) === 0x4ebf ? '万亿' : '万';
  if (text.charCodeAt(at + 1) !== 0x4e07) return '';
  return code === 0x767e ? '百万' : code === 0x5343 ? '千万' : '';
}

/** The unit at `at` that is no part of another word and opens no range. */
function readUnit(text: string, at: number): string | undefined {
  const slot = SLOTS[text.charCodeAt(at)];
  if (slot === undefined || slot === 0) return undefined;
  for (const { printed, not } of BY_FIRST[slot]!) {
    const past = at + printed.length;
    if (printed.length > 1 && !text.startsWith(printed, at)) continue;
    if (isRangeMark(text.charCodeAt(past)) || (not.length > 0 && opensOther(text, past, not))) continue;
    return printed;
  }
  return undefined;
}

/** Whether what stands behind a unit makes another word of it. */
function opensOther(text: string, at: number, words: readonly string[]): boolean {
  for (const word of words) if (text.startsWith(word, at)) return true;
  return false;
}

/** ～ — - － */
function isRangeMark(code: number): boolean {
  return code === 0xff5e || code === 0x2014 || code === 0x2d || code === 0xff0d;
}

const ALSO = /（[册件卷盒张部套幅份盘人次头只条起宗处座]+(?:、[册件卷盒张部套幅份盘人次头只条起宗处座]+)*）/uy;

/** Reads the number at `at` without a unit, in `scale` unless it has its own; undefined where a percent sign or a range follows. */
export function readBareNumber(text: string, at: number, end: number, scale = ''): Quantity | undefined {
  BARE.lastIndex = at;
  const found = BARE.exec(text);
  if (found === null || at + found[0].length > end) return undefined;
  return makeQuantity(text, at, at + found[1]!.length, found[2] ?? scale, at + found[0].length, '');
}

const BARE = new RegExp(`${NUMBER}(万亿|[百千]?万|亿)?(?![\\d.％%‰～—\\-－:：/／×])`, 'uy');

/** The quantity whose number is `[at, past)`, digits with commas and a point. */
function makeQuantity(
  text: string,
  at: number,
  past: number,
  scale: string,
  end: number,
  unit: string,
  also?: string,
): Quantity {
  let whole = 0;
  let decimals = 0;
  let digits = 0;
  for (let place = at; place < past; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 0x2e) decimals = past - 1 - place;
    else if (code !== 0x2c) {
      whole = whole * 10 + code - 0x30;
      digits += 1;
    }
  }
  const factor = scale === '' ? 1 : SCALES[scale]!;
  const size = 10 ** decimals;
  const number = digits > MOST_EXACT ? Number(text.slice(at, past).replaceAll(',', '')) : whole / size;
  return { start: at, end, value: Math.round(number * size * factor) / size, place: factor / size, unit, scale, also };
}

/** More digits than these are no longer added up exactly one by one. */
const MOST_EXACT = 15;

/** Decimals printed: 5.20 has two. */
export function countDecimals(digits: string): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}

const ALIKE: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  千米: '公里',
  平方千米: '平方公里',
  千克: '公斤',
  平米: '平方米',
};

/** Whether two units count the same (同一单位): 名 and 人, 千米 and 公里. */
export function isSameUnit(one: string, other: string): boolean {
  return one === other || (ALIKE[one] ?? one) === (ALIKE[other] ?? other);
}

const APPROXIMATE_BEFORE =
  /(?:约|近|逾|超过?|达到?近|大约|不足|不到|至少|最多|平均|人均|每[^\d，。；、]{0,3}|第|上下)$/u;
const APPROXIMATE_AFTER = /^(?:余|多|左右|以上|以下|以内|上下|以?外|[/／])/u;

/** Whether the words around a quantity say that it is only about so much, a mean, a limit or an ordinal (约数). */
export function isApproximate(text: string, { start, end }: Quantity): boolean {
  return (
    (mayBe(text, end, OPENS_AFTER) && APPROXIMATE_AFTER.test(text.slice(end, end + 2))) ||
    (mayBeBefore(text, start) && APPROXIMATE_BEFORE.test(text.slice(Math.max(0, start - 5), start)))
  );
}

/** Cheap first looks: the first character of what stands behind, the last of what stands before, 每 a little further off. */
const OPENS_AFTER = 1;
const ENDS_BEFORE = 2;
const EACH = 4;
const MARKS = new Uint8Array(65_536);
for (const mark of '余多左以上外/／') MARKS[mark.charCodeAt(0)]! |= OPENS_AFTER;
for (const mark of '约近逾超过足到少多均第下每') MARKS[mark.charCodeAt(0)]! |= ENDS_BEFORE;
for (const mark of '每') MARKS[mark.charCodeAt(0)]! |= EACH;

function mayBe(text: string, at: number, mark: number): boolean {
  return at >= 0 && at < text.length && (MARKS[text.charCodeAt(at)]! & mark) !== 0;
}

function mayBeBefore(text: string, start: number): boolean {
  if (mayBe(text, start - 1, ENDS_BEFORE)) return true;
  for (let at = start - 2; at >= start - 4; at -= 1) if (mayBe(text, at, EACH)) return true;
  return false;
}

/** The quantity as a figure of its own scale, for exact addition. */
export function toFigure({ value, place }: Quantity): Figure {
  return { value, decimals: place < 1 ? Math.round(-Math.log10(place)) : 0 };
}

/** Prints a value in the scale of a printed quantity (以万、亿计): 94803 beside 2.4万公顷 → 9.4803万. */
export function printInScale(value: number, { scale }: Pick<Quantity, 'scale'>): string {
  return `${Number((value / (SCALES[scale] ?? 1)).toPrecision(12))}${scale}`;
}
