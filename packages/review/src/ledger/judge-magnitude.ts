import { APPROXIMATE, CHANGE, MEAN, PLANNED, RANGE } from './figure-columns.ts';
import { BASE_OF_UNIT, findUnitAt } from './figure-units.ts';
import { describeFigure, readSentenceBefore } from './describe-figure.ts';
import type { LeanLedger } from './ledger.ts';

/** A figure whose size cannot be, and why (量级不称). */
export interface MagnitudeDoubt {
  readonly figure: number;
  /** Chinese sentence without its subject: 户均34人. */
  readonly reason: string;
  /** The figure it does not fit. */
  readonly other?: number;
}

const base = (printed: string): number => BASE_OF_UNIT[findUnitAt(printed, 0)]!;
const HOUSEHOLDS = base('户');
const PERSONS = base('人');
const AREA = base('平方米');
const MONEY = base('元');
const LEFT_OUT = CHANGE | MEAN | RANGE | PLANNED;

/** Persons of a household: beyond this a place of the number was lost. */
const MOST_PERSONS = 12;

/** Judges the figures of running text whose size can be told from what they are of. */
export function judgeMagnitudes(ledger: LeanLedger): MagnitudeDoubt[] {
  const { columns } = ledger;
  const doubts: MagnitudeDoubt[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    if (columns.row[index]! >= 0 || columns.kind[index] !== 0) continue;
    const isMean = (columns.flags[index]! & LEFT_OUT) === MEAN;
    if (isMean && columns.value[index]! >= MOST_PER_HEAD && BASE_OF_UNIT[columns.unit[index]!] === MONEY) {
      const mean = judgePerHead(ledger, index);
      if (mean !== undefined) doubts.push(mean);
    }
    if ((columns.flags[index]! & LEFT_OUT) !== 0) continue;
    const unit = BASE_OF_UNIT[columns.unit[index]!]!;
    const value = columns.value[index]!;
    let doubt: MagnitudeDoubt | undefined;
    if (unit === PERSONS)
      doubt =
        judgeFraction(ledger, index) ??
        judgeHousehold(ledger, index) ??
        (value >= 1e5 ? judgePopulation(ledger, index) : undefined);
    else if (unit === AREA && value >= 1e8) doubt = judgeArea(ledger, index);
    else if (unit === MONEY && value > 0 && (value < 1e7 || value >= 1e13)) doubt = judgeMoney(ledger, index);
    if (doubt !== undefined) doubts.push(doubt);
  }
  return doubts;
}

/** Money per head that nobody has. */
const MOST_PER_HEAD = 1e7;

function judgePerHead({ volume, columns }: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const before = readSentenceBefore(volume.text, columns, index);
  if (!/人均[^，。；、\d]{0,12}(?:收入|支出|工资|消费|存款|储蓄|余额)[^，。；、\d]{0,4}$/u.test(before))
    return undefined;
  return { figure: index, reason: '作人均数过大，似多“万”' };
}

/** 51.98人: persons have no decimals. */
function judgeFraction({ volume: { text }, columns }: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const [start, end] = [columns.start[index]!, columns.end[index]!];
  if (columns.place[index]! >= 1) return undefined;
  if (!/^\d+\.\d+人$/u.test(text.slice(start, end)) || /^[/／·次公均]/u.test(text.charAt(end))) return undefined;
  const before = text.slice(Math.max(columns.sentence[index]!, start - 24), start);
  if (/均|每|密度|比|率|当量|约合|折/u.test(before)) return undefined;
  return /(?:人口|职工|农民|劳动力|居民|游客|学生|干部)[^，。；、\d]{0,6}$/u.test(before)
    ? { figure: index, reason: '人数带有小数，似漏“万”' }
    : undefined;
}

/** 1500户，5.1万人: households and persons side by side. */
function judgeHousehold({ volume: { text }, columns }: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const before = index - 1;
  if (before < 0 || columns.sentence[before] !== columns.sentence[index]) return undefined;
  if (BASE_OF_UNIT[columns.unit[before]!] !== HOUSEHOLDS || (columns.flags[before]! & LEFT_OUT) !== 0) return undefined;
  const between = text.slice(columns.end[before], columns.start[index]);
  if (!/^[，,、（(\s]{0,2}(?:人口|总人口|有|共|计)?$/u.test(between)) return undefined;
  // 人次, 人口: 5人受伤 are not those of the households.
  if (/^(?:次|受|死|失|参|获|被|外出|因|中)/u.test(text.slice(columns.end[index], columns.end[index]! + 2)))
    return undefined;
  const households = columns.value[before]!;
  const ratio = columns.value[index]! / households;
  if (households <= 0) return undefined;
  const tenfold = (least: number) =>
    [10, 100, 1000, 1e4, 1e5].some((scale) => ratio / scale >= least && ratio / scale <= 7);
  const dropped = [100, 1000, 1e4].some((scale) => ratio * scale >= 2.5 && ratio * scale <= 6);
  if (ratio > MOST_PERSONS && tenfold(2)) {
    return {
      figure: index,
      other: before,
      reason: `与${text.slice(columns.start[before], columns.end[before])}相比，户均约${Number(ratio.toPrecision(3))}人`,
    };
  }
  const scaled = text.slice(columns.start[before], columns.end[before]).includes('万');
  if (ratio > 0 && ratio < 0.06 && dropped && scaled && between !== '') {
    return {
      figure: index,
      other: before,
      reason: `与${text.slice(columns.start[before], columns.end[before])}相比，户均不足1人`,
    };
  }
  return undefined;
}

/** Largest sizes there are, by the last character of the name: villages, townships, counties, prefectures. */
const SIZES: readonly {
  readonly name: RegExp;
  readonly area: number;
  readonly farmland: number;
  readonly people: number;
}[] = [
  { name: /(?:[^乡农]村|屯|社区|居委会)$/u, area: 3e9, farmland: 1e8, people: 1e5 * 1.5 },
  { name: /(?:镇|乡|街道|苏木)$/u, area: 4e10, farmland: 3e9, people: 1.5e6 },
  { name: /[县旗区]$/u, area: 2.5e11, farmland: 2e10, people: 8e6 },
  { name: /[市州盟]$/u, area: 5e11, farmland: 1e11, people: 4e7 },
];

function judgePopulation(ledger: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const { subject, indicator } = describeFigure(ledger, index);
  if (!/^(?:总?人口.{0,2}|户籍人口|常住人口|)$/u.test(indicator)) return undefined;
  const size = sizeOf(ledger, index, subject);
  if (size === undefined || ledger.columns.value[index]! <= size.people) return undefined;
  return { figure: index, reason: `作“${nameOf(ledger, subject)}”的人口过大` };
}

function judgeArea(ledger: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const { subject, indicator } = describeFigure(ledger, index);
  const isFarmland = /耕地/u.test(indicator);
  if (
    !isFarmland &&
    !/^(?:总面积|面积|幅员面积?|国土面积|土地面积|土地总面积|辖区面积|区域面积|行政区域面积|全境面积)$/u.test(indicator)
  ) {
    return undefined;
  }
  const size = sizeOf(ledger, index, subject);
  if (size === undefined || ledger.columns.value[index]! <= (isFarmland ? size.farmland : size.area)) return undefined;
  return { figure: index, reason: `作“${nameOf(ledger, subject)}”的${isFarmland ? '耕地' : ''}面积过大` };
}

const MACRO =
  /^(?:地区生产总值|国内生产总值|国民生产总值|生产总值|工农业总产值|工业总产值|农业总产值|(?:地方)?财政(?:总)?收入|(?:地方)?财政(?:总)?支出|一般公共预算收入|全社会固定资产投资(?:额)?|固定资产投资(?:额|总额)?|社会消费品零售总额|社会商品零售(?:总)?额|(?:金融机构)?各项[存贷]款余额)$/u;

/** Cheap first look: how their names end, 比上年、同期 … and a space behind them. */
const MAY_END_MACRO = new Uint8Array(65_536);
for (const mark of '值入出资额年期末底比 \t\u3000\u00a0') MAY_END_MACRO[mark.charCodeAt(0)] = 1;

/** The main figures of a county in bare 元, or beyond those of the country. */
function judgeMoney(ledger: LeanLedger, index: number): MagnitudeDoubt | undefined {
  const { columns, volume } = ledger;
  if ((columns.flags[index]! & APPROXIMATE) !== 0 || columns.from[index]! < 19_490_000) return undefined;
  if (MAY_END_MACRO[volume.text.charCodeAt(columns.indicatorEnd[index]! - 1)] === 0) return undefined;
  const { subject, indicator } = describeFigure(ledger, index);
  if (!MACRO.test(indicator)) return undefined;
  const before = readSentenceBefore(volume.text, columns, index);
  const isPlace =
    subject === '' ? /全[县市区州]/u.test(before) || ledger.own.name !== '' : /[县市区州旗]$/u.test(subject);
  if (!isPlace || /人均|户均|每|村|全国|全省/u.test(before)) return undefined;
  const value = columns.value[index]!;
  const isScale = /生产总值|产值/u.test(indicator);
  // After 1978 no county made less than ten million.
  const least = isScale ? (columns.from[index]! >= 19_780_000 ? 1e7 : 1e6) : 1e5;
  if (value < least) return { figure: index, reason: `作“${nameOf(ledger, subject)}${indicator}”过小，似漏“万”或“亿”` };
  return value > 2e13
    ? { figure: index, reason: `作“${nameOf(ledger, subject)}${indicator}”过大，似多“万”` }
    : undefined;
}

/** The bounds for the place that the sentence names; nothing where it names none. */
function sizeOf(ledger: LeanLedger, index: number, subject: string): (typeof SIZES)[number] | undefined {
  const { columns, volume, own } = ledger;
  const before = readSentenceBefore(volume.text, columns, index);
  if (/全国|全省|全球|世界|中国|流域|黄河|长江/u.test(before)) return undefined;
  const whole = /全([县市区乡镇村])/u.exec(before)?.[1];
  const name = subject !== '' ? subject : whole !== undefined ? `全${whole}` : own.name;
  return SIZES.find((size) => size.name.test(name));
}

function nameOf({ own }: LeanLedger, subject: string): string {
  return subject === '' ? (own.name === '' ? '本地' : own.name) : subject;
}
