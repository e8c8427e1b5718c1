import { compareDigits, countDigits, type DigitSlip } from './compare-digits.ts';
import type { FigureConflict } from './figure-conflict.ts';
import { ACTED, CUMULATIVE, DATED, MEAN, PARTIAL, UP_TO } from './figure-columns.ts';
import { findUnitAt } from './figure-units.ts';
import { ACT } from './figure-words.ts';
import { agree, findFixedRivals, findRivals, type RivalGroup } from './find-rivals.ts';
import type { LeanLedger } from './ledger.ts';
import { judgeThings } from './judge-things.ts';
import { ContextReader, type FigureContext } from './read-context.ts';

const GROWTH = 2;
/** Years of a census (人口普查). */
const CENSUS = new Set([1953, 1964, 1982, 1990, 2000, 2010, 2020]);
const PERSONS = findUnitAt('人', 0);
/** Largest ratio of two values of one thing where nothing in the digits tells of a slip. */
const MOST_RATIO = 1.6;

/** Finds the figures that two places of the book print differently. */
export function findConflicts(ledger: LeanLedger): FigureConflict[] {
  const reader = new ContextReader(ledger);
  const groups = findRivals(ledger);
  const series = compareSeries(ledger, groups);
  const conflicts: FigureConflict[] = [];
  for (const group of groups) {
    const found = judgeGroup(ledger, reader, series, group);
    if (found !== undefined) conflicts.push(found);
  }
  for (const group of findFixedRivals(ledger)) {
    const found = judgeFixed(ledger, reader, group);
    if (found !== undefined) conflicts.push(found);
  }
  for (const found of judgeThings(ledger)) {
    if (!conflicts.some(({ figure }) => figure === found.figure)) conflicts.push(found);
  }
  return conflicts.sort((a, b) => a.figure - b.figure);
}

/** Agreements and differences of two columns over the years (两栏对照). */
interface Series {
  same: number;
  other: number;
}

function compareSeries(ledger: LeanLedger, groups: readonly RivalGroup[]): ReadonlyMap<number, Series> {
  const series = new Map<number, Series>();
  const { row, block } = ledger.columns;
  for (const group of groups) {
    for (const a of group) {
      for (const b of group) {
        if (a >= b || row[a]! < 0 || row[b]! < 0 || block[a] === block[b]) continue;
        const key = nameSeries(ledger, a, b);
        let found = series.get(key);
        if (found === undefined) series.set(key, (found = { same: 0, other: 0 }));
        if (agree(ledger, a, b)) found.same += 1;
        else found.other += 1;
      }
    }
  }
  return series;
}

/** Two columns as one number. */
function nameSeries({ columns: { block, column } }: LeanLedger, a: number, b: number): number {
  return (block[a]! * 256 + column[a]!) * 67_108_864 + block[b]! * 256 + column[b]!;
}

function judgeGroup(
  ledger: LeanLedger,
  reader: ContextReader,
  series: ReadonlyMap<number, Series>,
  group: readonly number[],
): FigureConflict | undefined {
  for (let later = group.length - 1; later > 0; later -= 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const [a, b] = [group[later]!, group[earlier]!];
      if (agree(ledger, a, b)) continue;
      const slip = judgePair(ledger, reader, series, a, b, group.length === 2);
      if (slip !== false) return { figure: a, other: b, slip };
    }
  }
  return undefined;
}

/** One named thing with two lengths, areas, capacities. */
function judgeFixed(ledger: LeanLedger, reader: ContextReader, group: readonly number[]): FigureConflict | undefined {
  const { columns } = ledger;
  for (let later = group.length - 1; later > 0; later -= 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const [a, b] = [group[later]!, group[earlier]!];
      if (columns.block[a] === columns.block[b] || agree(ledger, a, b)) continue;
      if ((columns.flags[a]! & columns.flags[b]! & DATED) !== 0) continue;
      const [one, two] = [reader.read(a), reader.read(b)];
      const [x, y] = [columns.value[a]!, columns.value[b]!];
      const slip = compareDigits(x, y);
      if (one.scope !== two.scope || one.name !== two.name) continue;
      if (!isSameThing(one, two) && !(slip === 'transposed' && isOwnArea(one) && isOwnArea(two))) continue;
      if (slip === undefined && Math.max(x, y) / Math.min(x, y) > MOST_RATIO) continue;
      return { figure: a, other: b, slip };
    }
  }
  return undefined;
}

/** 白塔高, 云台山隧道全长: the name of the thing stands with what is measured. */
const NAMED_PART =
  /[\u4e00-\u9fff](?:[塔桥道河渠坝闸堤寺庙楼线湖山岭洞亭阁墓城峰沟池]|水库|公园|[厂站校])(?:全?长|总长|宽|高|深|面积|占地面积|建筑面积|库容|容量|能力|里程|流长|海拔)$/u;
/** Levels of schooling, where persons are counted. */
const SCHOOLING = /^(?:大学)?(?:本科|大专|专科|中专|高中|初中|小学)(?:文化)?(?:程度|学历)?$/u;
/** Names that say nothing without their whole. */
export const BARE =
  /^(?:[省市县区乡镇村国]家?级|男|女|其[他它]|[一二三]级.{0,2}|党员|女性|男性|正式|合同工|全[县市省区])$/u;

/** 全县总面积: the place itself has one area. */
function isOwnArea({ entity, modifier, ownPlace, name }: FigureContext): boolean {
  return entity === '' && modifier === '' && ownPlace && /^(?:土地|国土|幅员)?总?面积$/u.test(name);
}

/** The thing has a name, in the sentence itself: 红岩水库 总库容, 白塔高. */
function isSameThing(one: FigureContext, two: FigureContext): boolean {
  if (one.entity !== two.entity) return false;
  return one.isNamed && two.isNamed ? true : NAMED_PART.test(one.name) && !ACT.standsAt(one.name, 0);
}

/** The slip, undefined for a plain difference of one thing, false where the two may be two things. */
function judgePair(
  ledger: LeanLedger,
  reader: ContextReader,
  series: ReadonlyMap<number, Series>,
  a: number,
  b: number,
  isPair: boolean,
): DigitSlip | undefined | false {
  const { columns } = ledger;
  if (columns.block[a] === columns.block[b]) return false;
  const flags = columns.flags[a]! | columns.flags[b]!;
  const odd = columns.flags[a]! ^ columns.flags[b]!;
  if ((odd & (ACTED | MEAN | CUMULATIVE)) !== 0 || columns.kind[a] !== columns.kind[b]) return false;
  if ((odd & UP_TO) !== 0 && (flags & ACTED) !== 0) return false;
  if (columns.kind[a] === GROWTH && !(isOnLastYear(ledger, a) && isOnLastYear(ledger, b))) return false;
  const [x, y] = [columns.value[a]!, columns.value[b]!];
  if (x <= 0 || y <= 0) return false;
  const ratio = Math.max(x, y) / Math.min(x, y);
  const areCells = columns.row[a]! >= 0 && columns.row[b]! >= 0;
  if (areCells && (series.get(nameSeries(ledger, b, a))?.same ?? 0) < 2) return false;
  const slip = compareDigits(x, y);
  if (slip === undefined && ratio > MOST_RATIO) return false;
  if (areCells) {
    const { same, other } = series.get(nameSeries(ledger, b, a)) ?? { same: 0, other: 0 };
    const sure = same >= 3 && same >= other * 3;
    return sure || (same >= 2 && slip !== undefined && countMost(x, y) >= 3) ? slip : false;
  }
  const [one, two] = [reader.read(a), reader.read(b)];
  if (!isSameEntity(ledger, one, two) || one.name !== two.name || one.scope !== two.scope) return false;
  if (BARE.test(one.name) || (columns.unit[a] === PERSONS && SCHOOLING.test(one.name))) return false;
  if ((flags & PARTIAL) !== 0 && one.name.length < 5) return false;
  // A census and the register of the same year count differently.
  if (slip === undefined && CENSUS.has(Math.floor(columns.from[a]! / 10_000)) && /人口|^户$/u.test(one.name))
    return false;
  const sameNode = nodeOf(ledger, a) === nodeOf(ledger, b);
  if (!isSameModifier(one, two, sameNode)) return false;
  if (isSure(one, two, sameNode)) return slip;
  if (columns.kind[a] !== 0) return false;
  return slip !== undefined && countMost(x, y) >= (isPair ? 3 : 4) && one.name.length >= 3 ? slip : false;
}

/** Significant digits of the longer one. */
function countMost(x: number, y: number): number {
  return Math.max(countDigits(x), countDigits(y));
}

/** 县供销社 and 供销社; 甲县 and 全县 in a text that names no place of its own. */
export function isSameEntity({ own }: Pick<LeanLedger, 'own'>, one: FigureContext, two: FigureContext): boolean {
  if (one.entity === two.entity) return true;
  if (one.entity !== '' && two.entity !== '') return strip(one.entity) === strip(two.entity);
  const [whole, named] = one.entity === '' ? [one, two] : [two, one];
  if (own.name !== '' || !whole.ownPlace || !/^[\u4e00-\u9fff]{1,3}[县市省区州旗]$/u.test(named.entity)) return false;
  return whole.level === '' || named.entity.endsWith(whole.level);
}

function strip(entity: string): string {
  return entity.replace(/^[本全县市区省]+(?=.{3})/u, '');
}

/** The growth is on last year: 比上年、同比. */
export function isOnLastYear({ volume, columns }: LeanLedger, index: number): boolean {
  if (columns.row[index]! >= 0) return false;
  const before = volume.text.slice(
    Math.max(columns.sentence[index]!, columns.start[index]! - 12),
    columns.start[index],
  );
  return /上年|同比|去年/u.test(before) && !/年均|平均/u.test(before);
}

/** Both speak of the same unit or both of the own place, and the name is one that says enough by itself. */
export function isSure(one: FigureContext, two: FigureContext, sameNode: boolean): boolean {
  if (one.entity !== '' && two.entity !== '') return one.name.length >= 2;
  if (one.isTable || two.isTable) return one.name.length >= 4 && (sameNode || one.isGeneral || two.isGeneral);
  if (one.ownPlace || two.ownPlace) {
    const least = one.ownPlace && two.ownPlace && one.host === two.host ? 2 : 4;
    return one.name.length >= least && (one.host === two.host || one.name.length >= 4);
  }
  return one.name.length >= 6 && !ACT.standsAt(one.name, 0);
}

function isSameModifier(one: FigureContext, two: FigureContext, sameNode: boolean): boolean {
  if (one.host !== '' && two.host !== '' && one.host !== two.host) return false;
  if (one.isTable === two.isTable) {
    if (one.modifier !== two.modifier) return false;
    if (one.topic === two.topic) return true;
    return one.topic === '' || two.topic === '' ? one.name.length >= 4 : !sameNode && one.name.length >= 5;
  }
  const [table, prose] = one.isTable ? [one, two] : [two, one];
  if (table.isGeneral || sameNode) return prose.modifier === '' || table.modifier.includes(prose.modifier);
  return false;
}

function nodeOf({ volume, columns }: LeanLedger, index: number): number {
  return volume.blocks[columns.block[index]!]!.node;
}
