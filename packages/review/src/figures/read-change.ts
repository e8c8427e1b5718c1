import { readBareNumber, readQuantity, isApproximate, type Quantity } from './read-quantity.ts';
import { readPercent } from './read-percent.ts';

/** From one value to another (由……增加到……): both in one unit, `%` where they are percentages. */
export interface Change {
  readonly base: Quantity;
  readonly now: Quantity;
}

/** Verbs of a change to a value, each with 到、至、为. */
export const CHANGE_WORDS =
  '增加 增长 上升 提高 扩大 发展 提升 增 升 上涨 涨 扩 减少 下降 降低 缩小 压缩 缩减 缩短 降 减 回落 跌'
    .split(' ')
    .flatMap((verb) => [`${verb}到`, `${verb}至`, `${verb}为`]);

const FROM = /(?:由|从)((?:\d{4}年[底末初]?的?|上年(?:同期)?的?|[^。；，、\d]{1,12}?)?)(?=\d)/gu;
const NOW = /^(?:\d{4}年[底末初]?的?|[^。；，、\d约近]{0,6})(?=\d)/u;
const REACH = 40;

/** Reads the change whose verb is `[start, end)`; undefined where either value is missing, approximate or in another unit. */
export function readChange(text: string, from: number, start: number, end: number, to: number): Change | undefined {
  const head = text.slice(Math.max(from, start - REACH), start);
  const opening = [...head.matchAll(FROM)].pop();
  if (opening === undefined) return undefined;
  const baseAt = Math.max(from, start - REACH) + opening.index + opening[0].length;
  const lead = NOW.exec(text.slice(end, Math.min(to, end + 16)))?.[0];
  if (lead === undefined) return undefined;
  const now = readValue(text, end + lead.length, to);
  const base = readValue(text, baseAt, start) ?? (now && readBare(text, baseAt, start, now));
  if (now === undefined || base === undefined || base.unit !== now.unit || isApproximate(text, now)) return undefined;
  if (isApproximate(text, base) || !/^[\u4e00-\u9fff]{0,4}[，,]?(?:\d{4}年)?$/u.test(text.slice(base.end, start)))
    return undefined;
  return { base, now };
}

function readValue(text: string, at: number, end: number): Quantity | undefined {
  const quantity = readQuantity(text, at, end);
  if (quantity !== undefined) return quantity;
  const percent = readPercent(text, at, end);
  return percent && { ...percent, unit: '%', scale: '' };
}

/** A base printed without the unit that stands at the new value: 由120增加到240个. */
function readBare(text: string, at: number, end: number, now: Quantity): Quantity | undefined {
  const bare = readBareNumber(text, at, end);
  return bare === undefined || now.unit === '%' || now.scale !== '' ? undefined : { ...bare, unit: now.unit };
}
