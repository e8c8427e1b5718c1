import { APPROXIMATE, CHANGE, DATED, PLANNED, RANGE, type FigureColumns } from './figure-columns.ts';
import { BASE_OF_UNIT, FIGURE_UNITS } from './figure-units.ts';
import { keepShape } from '../keep-shape.ts';
import type { LeanLedger } from './ledger.ts';

/** Figures of one indicator, unit and period by their index (同指标数据), two of them at least unequal. */
export type RivalGroup = readonly number[];

const LEFT_OUT = CHANGE | RANGE | PLANNED;
const GROWTH = 2;
/** More places than this speak of many things by one name. */
const MOST = 12;

/** Groups the figures whose names, units and periods are the same; those alone in prose only where values differ. */
export function findRivals(ledger: LeanLedger): RivalGroup[] {
  const { columns, names } = ledger;
  const { length, unit, from, to, flags, kind } = columns;
  const table = new KeyTable(length);
  for (let index = 0; index < length; index += 1) {
    const out = kind[index] === GROWTH ? LEFT_OUT & ~CHANGE : LEFT_OUT;
    if ((flags[index]! & out) !== 0 || kind[index]! > GROWTH || from[index] === 0 || unit[index] === 0) continue;
    const name = (flags[index]! & DATED) === 0 ? 0 : names[index]!;
    if (name === 0) continue;
    let key = Math.imul(name ^ (BASE_OF_UNIT[unit[index]!]! * 8 + kind[index]!), 0x01000193);
    key = Math.imul(key ^ from[index]!, 0x01000193);
    table.add(index, Math.imul(key ^ to[index]!, 0x01000193) | 1);
  }
  return table.gather(columns);
}

/** Key of the name and unit of a figure; 0 where it has no name. */
export function keyFigure({ columns, names }: LeanLedger, index: number): number {
  const name = names[index]!;
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

/** Groups the figures of one indicator and one of these units over all years, three of them at least and far apart. */
export function findSeries(ledger: LeanLedger, leftOut: number, measures: ReadonlySet<number>): RivalGroup[] {
  const { columns, names } = ledger;
  const { length, unit, from, flags, kind, value } = columns;
  const table = new KeyTable(length);
  for (let index = 0; index < length; index += 1) {
    if ((flags[index]! & leftOut) !== 0 || kind[index] !== 0 || from[index] === 0 || unit[index] === 0) continue;
    if (!measures.has(BASE_OF_UNIT[unit[index]!]!)) continue;
    const name = (flags[index]! & DATED) === 0 ? 0 : names[index]!;
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
    // Told once: when the second figure comes to the slot.
    if (this.heads[slot] !== 0 && this.next[this.heads[slot]! - 1] === 0) this.shared.push(slot);
    this.heads[slot] = index + 1;
  }

  gather({ value, row }: FigureColumns, most = MOST): RivalGroup[] {
    const groups: RivalGroup[] = [];
    for (const slot of this.shared) gather(this.heads[slot]! - 1, this.keys, this.next, value, row, most, groups);
    return groups;
  }
}

keepShape(new KeyTable(0));

function gather(
  first: number,
  keys: Int32Array,
  next: Int32Array,
  values: Float64Array,
  rows: Int16Array,
  most: number,
  groups: RivalGroup[],
): void {
  for (let at = first; at >= 0; at = next[at]! - 1) {
    const key = keys[at]!;
    if (stoodBefore(first, at, keys, next)) continue;
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

/** Whether the key of a figure stands at the head of its chain already; a chain has few keys. */
function stoodBefore(first: number, at: number, keys: Int32Array, next: Int32Array): boolean {
  for (let earlier = first; earlier !== at; earlier = next[earlier]! - 1) if (keys[earlier] === keys[at]) return true;
  return false;
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
