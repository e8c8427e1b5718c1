import { APPROXIMATE, CHANGE, DATED, PLANNED, RANGE, type FigureColumns } from './figure-columns.ts';
import { BASE_OF_UNIT, FIGURE_UNITS, findUnitAt } from './figure-units.ts';
import { hashIndicator } from './hash-indicator.ts';
import type { LeanLedger } from './ledger.ts';

/** Figures of one indicator, unit and period by their index (同指标数据), two of them at least unequal. */
export type RivalGroup = readonly number[];

const LEFT_OUT = CHANGE | RANGE | PLANNED;
const GROWTH = 2;
/** More places than this speak of many things by one name. */
const MOST = 12;

/** Groups the figures whose names, units and periods are the same; those alone in prose only where values differ. */
export function findRivals(ledger: LeanLedger): RivalGroup[] {
  const { columns } = ledger;
  const { length, unit, from, to, flags, kind } = columns;
  const table = new KeyTable(length);
  const hashes = hashTables(ledger);
  for (let index = 0; index < length; index += 1) {
    const out = kind[index] === GROWTH ? LEFT_OUT & ~CHANGE : LEFT_OUT;
    if ((flags[index]! & out) !== 0 || kind[index]! > GROWTH || from[index] === 0 || unit[index] === 0) continue;
    const name = columns.row[index]! < 0 ? hashProse(ledger, index) : hashes(index);
    if (name === 0) continue;
    let key = Math.imul(name ^ (BASE_OF_UNIT[unit[index]!]! * 8 + kind[index]!), 0x01000193);
    key = Math.imul(key ^ from[index]!, 0x01000193);
    table.add(index, Math.imul(key ^ to[index]!, 0x01000193) | 1);
  }
  return table.gather(columns);
}

/** Key of the name and unit of a figure; 0 where it has no name. */
export function keyFigure(ledger: LeanLedger, index: number): number {
  const { columns, volume } = ledger;
  const name = columns.row[index]! < 0 ? hashName(volume.text, columns, index) : hashTables(ledger)(index);
  return name === 0 ? 0 : Math.imul(name ^ BASE_OF_UNIT[columns.unit[index]!]!, 0x01000193) | 1;
}

/** Amounts of one period by their key. */
export function indexFigures(ledger: LeanLedger, period: number): ReadonlyMap<number, readonly number[]> {
  const { columns } = ledger;
  const figures = new Map<number, number[]>();
  for (let index = 0; index < columns.length; index += 1) {
    if ((columns.flags[index]! & (LEFT_OUT | APPROXIMATE)) !== 0 || columns.kind[index] !== 0) continue;
    if (columns.from[index] !== period || columns.to[index] !== period) continue;
    const key = keyFigure(ledger, index);
    const list = figures.get(key);
    if (key === 0) continue;
    if (list === undefined) figures.set(key, [index]);
    else list.push(index);
  }
  return figures;
}

/** Groups the figures of one indicator and unit over all years, three of them at least and far apart. */
export function findSeries(ledger: LeanLedger, leftOut: number): RivalGroup[] {
  const { columns } = ledger;
  const { length, unit, from, flags, kind, value } = columns;
  const table = new KeyTable(length);
  const hashes = hashTables(ledger);
  for (let index = 0; index < length; index += 1) {
    if ((flags[index]! & leftOut) !== 0 || kind[index] !== 0 || from[index] === 0 || unit[index] === 0) continue;
    const name = columns.row[index]! < 0 ? hashProse(ledger, index) : hashes(index);
    if (name !== 0) table.add(index, Math.imul(name ^ BASE_OF_UNIT[unit[index]!]!, 0x01000193) | 1);
  }
  return table.gather(columns, MOST_YEARS).filter((group) => {
    let least = Infinity;
    let most = 0;
    for (const index of group) {
      least = Math.min(least, value[index]!);
      most = Math.max(most, value[index]!);
    }
    return group.length > 2 && least > 0 && most / least > FAR;
  });
}

/** Values further apart than this are looked at. */
const FAR = 2500;
const MOST_YEARS = 200;

/** Groups what is said of one named thing at no time in particular: 甲江大桥全长. */
export function findFixedRivals({ columns, volume: { text } }: LeanLedger): RivalGroup[] {
  const { length, unit, flags, kind } = columns;
  const table = new KeyTable(length);
  for (let index = 0; index < length; index += 1) {
    if ((flags[index]! & (LEFT_OUT & ~PLANNED)) !== 0 || kind[index] !== 0 || columns.row[index]! >= 0) continue;
    const end = columns.indicatorEnd[index]!;
    const start = columns.indicatorStart[index]!;
    if (unit[index] === 0 || end - start < 2 || !isFixed(text, end)) continue;
    const subject = columns.subjectStart[index]!;
    let key = 0x811c9dc5;
    for (let at = subject; at < columns.subjectEnd[index]!; at += 1)
      key = Math.imul(key ^ text.charCodeAt(at), 0x01000193);
    for (let at = start; at < end; at += 1)
      if (text.charCodeAt(at) !== ALL) key = Math.imul(key ^ text.charCodeAt(at), 0x01000193);
    table.add(index, Math.imul(key ^ BASE_OF_UNIT[unit[index]!]!, 0x01000193) | 1);
  }
  return table.gather(columns);
}

/** 全长, 面积, 容量; not 产量. */
function isFixed(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (FIXED_END[code] === 0) return false;
  const before = text.charAt(end - 2);
  return code !== AMOUNT || before === '容' || before === '流' || before === '储';
}

/** 量 */
const AMOUNT = 0x91cf;
/** 总 */
const ALL = 0x603b;
/** Last characters of what does not change with the years: 全长、面积、库容、能力. */
const FIXED_END = new Uint8Array(65_536);
for (const character of '长宽高积容量力程深径拔') FIXED_END[character.charCodeAt(0)] = 1;

/** Figures chained by key, without a string or an object each. */
class KeyTable {
  private readonly heads: Int32Array;
  private readonly keys: Int32Array;
  private readonly next: Int32Array;
  private readonly shared: number[] = [];

  constructor(length: number) {
    let size = 1024;
    while (size < length * 2) size *= 2;
    this.heads = new Int32Array(size);
    this.keys = new Int32Array(length);
    this.next = new Int32Array(length);
  }

  add(index: number, key: number): void {
    const slot = (key ^ (key >>> 15)) & (this.heads.length - 1);
    this.keys[index] = key;
    this.next[index] = this.heads[slot]!;
    if (this.heads[slot] !== 0) this.shared.push(slot);
    this.heads[slot] = index + 1;
  }

  gather({ value, row }: FigureColumns, most = MOST): RivalGroup[] {
    const groups: RivalGroup[] = [];
    for (const slot of new Set(this.shared))
      gather(this.heads[slot]! - 1, this.keys, this.next, value, row, most, groups);
    return groups;
  }
}

function gather(
  first: number,
  keys: Int32Array,
  next: Int32Array,
  values: Float64Array,
  rows: Int16Array,
  most: number,
  groups: RivalGroup[],
): void {
  const seen = new Set<number>();
  for (let at = first; at >= 0; at = next[at]! - 1) {
    const key = keys[at]!;
    if (seen.has(key)) continue;
    seen.add(key);
    const group: number[] = [];
    let differ = false;
    let cells = 0;
    for (let other = at; other >= 0; other = next[other]! - 1) {
      if (keys[other] !== key) continue;
      group.push(other);
      if (rows[other]! >= 0) cells += 1;
      differ ||= values[other] !== values[at];
    }
    if ((differ || cells > 1) && group.length > 1 && group.length <= most) groups.push(group.reverse());
  }
}

function hashProse({ volume, columns }: LeanLedger, index: number): number {
  return (columns.flags[index]! & DATED) === 0 ? 0 : hashName(volume.text, columns, index);
}

function hashName(text: string, columns: FigureColumns, index: number): number {
  const start = columns.indicatorStart[index]!;
  const end = columns.indicatorEnd[index]!;
  // 全县706954人: the people of the place.
  if (end - start === 2 && text.charCodeAt(start) === WHOLE && PLACES.includes(text.charAt(start + 1)))
    return columns.unit[index] === PERSONS ? PEOPLE : 0;
  return hashIndicator(text, start, end);
}

const PLACES = '县市省区州国镇乡村';
/** 全 */
const WHOLE = 0x5168;
const PERSONS = findUnitAt('人', 0);
const PEOPLE = hashIndicator('人口', 0, 2);

/** Names of cells: hashed once a row and once a column. */
function hashTables({ columns, tables }: LeanLedger): (index: number) => number {
  let block = -1;
  let rows: Int32Array = new Int32Array(0);
  let heads: Int32Array = new Int32Array(0);
  let byRow: Uint8Array = new Uint8Array(0);
  return (index) => {
    const head = tables.get(columns.block[index]!);
    if (head === undefined) return 0;
    if (columns.block[index] !== block) {
      block = columns.block[index]!;
      const named = (label: string) => hashIndicator(label, 0, label.length);
      rows = Int32Array.from(head.rows, (line) => (line === undefined ? 0 : named(nameLine(line.label, head.topic))));
      heads = Int32Array.from(head.columns, ({ label }) => named(nameLine(label, head.topic)));
      byRow = Uint8Array.from(head.rows, (line) =>
        line === undefined || line.from !== 0 ? 0 : TOTAL.test(line.label) ? 0 : 1,
      );
    }
    const row = columns.row[index]!;
    const column = columns.column[index]!;
    if (byRow[row] === 0) return heads[column]!;
    // A row that is an item: its own name where the column is a year or says only 数量.
    const { label } = head.columns[column]!;
    return label === '' || BARE.test(label) ? rows[row]! : 0;
  };
}

export const TOTAL = /^(?:合计|总计|小计|共计|全[县市省区州国].{0,3}|)$/u;
const BARE = /^(?:数量|数额|金额|指标|数据|本年|实绩|完成数?|合计)$/u;
/** Labels that mean something only under the caption: 小麦种植 面积. */
const GENERIC =
  /^(?:面积|总?产量?|单产|总?产值|数量|金额|人数|户数|合计|总计|总数|总额|收入|支出|利润|利税|数额|件数|个数|次数|其他|长度|余额|存款|贷款|计|小计|总收入|总支出)$/u;

/** Name of a line for comparison: the innermost label, with the topic of the table where it says nothing by itself. */
export function nameLine(label: string, topic: string): string {
  const last = label.slice(label.lastIndexOf('·') + 1);
  return GENERIC.test(last) ? topic.replace(/^.*[县市省区州]/u, '') + label.replaceAll('·', '') : last;
}

/** How far an approximate value may be off. */
const LOOSE = 0.15;

/** Whether two printed values are the same within what was printed: 5.32万 and 53214. */
export function agree(ledger: LeanLedger, a: number, b: number): boolean {
  const { value, place, unit } = ledger.columns;
  const gap = Math.abs(value[a]! - value[b]!);
  const coarse = Math.max(place[a]!, place[b]!);
  const fine = Math.min(place[a]!, place[b]!);
  if (gap < fine * 1e-6) return true;
  const loose = ledger.columns.flags[a]! | ledger.columns.flags[b]!;
  // 14万多 and 约15万 say the same.
  if ((loose & APPROXIMATE) !== 0) return gap <= Math.max(value[a]!, value[b]!) * LOOSE;
  // 亩 in one place and 公顷 in the other: converted before it was rounded.
  const other = FIGURE_UNITS[unit[a]!]!.factor !== FIGURE_UNITS[unit[b]!]!.factor;
  const { counted } = FIGURE_UNITS[unit[a]!]!;
  const exact = counted && coarse <= 1;
  if (exact && !other) return false;
  if (coarse === fine && !other && gap > Math.abs(value[a]!) * 0.02) return false;
  return gap <= coarse * (1 + 1e-9) + (other ? Math.abs(value[a]!) * 0.005 : 0);
}
