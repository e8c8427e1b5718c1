import type { Book } from '../rule.ts';
import { areNear } from './near-characters.ts';
import { scanNames } from './scan-names.ts';

/** A seldom way of writing a name, and the usual one (名称异写). */
export interface NameVariant {
  readonly start: number;
  readonly end: number;
  readonly usual: string;
  readonly count: number;
  readonly usualCount: number;
  /** Where the usual one stands. */
  readonly usualStart: number;
}

interface Written {
  readonly start: number;
  readonly end: number;
  count: number;
}

/** A name written so seldom beside the usual one is no second name. */
const SHARE = 5;
const USUAL = 4;
/** Han characters of a usual name. */
const SHORTEST = 6;
/** Left out or put in by mistake; any other character may make another institution. */
const SMALL = /^[和与及县市区省的]$/u;
const JOINING = /^[和与及暨]$/u;
/** Numbers, directions and sizes tell institutions apart. */
const TELLING = /[一二三四五六七八九十百千东西南北中上下前后左右大小新老总分支副甲乙丙丁]/u;
/** Long enough that one character more or less is a slip. */
const LONG = 9;
/** So often that one place without a character is a slip. */
const SURE = 6;

/** Finds the institutions written in a way that stands beside a usual one, one character apart. */
export function findNameVariants({ volume: { text }, read }: Book): NameVariant[] {
  const names = countNames(read(scanNames).institutions);
  const halves = new Map<number, Written[]>();
  for (const written of names) {
    const length = written.end - written.start;
    if (written.count < USUAL || length < SHORTEST) continue;
    for (const key of [hashHead(text, written, length), hashTail(text, written, length)]) {
      const known = halves.get(key);
      if (known === undefined) halves.set(key, [written]);
      else known.push(written);
    }
  }
  if (halves.size === 0) return [];
  const found: NameVariant[] = [];
  for (const written of names) {
    const usual = findUsual(text, halves, written);
    if (usual === undefined) continue;
    found.push({
      start: written.start,
      end: written.end,
      usual: text.slice(usual.start, usual.end),
      count: written.count,
      usualCount: usual.count,
      usualStart: usual.start,
    });
  }
  return found;
}

/** A variant keeps one half of the usual name, the first or the last; `length` is that of the usual one. */
function hashHead(text: string, { start }: Written, length: number): number {
  return hashSpan(text, start, start + (length >> 1), length);
}

function hashTail(text: string, { end }: Written, length: number): number {
  return hashSpan(text, end - (length - (length >> 1) - 1), end, ~length);
}

function hashSpan(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 13);
  return hash & 0x3fffffff;
}

function findUsual(text: string, halves: ReadonlyMap<number, readonly Written[]>, rare: Written): Written | undefined {
  const own = rare.end - rare.start;
  const isUsual = (usual: Written): boolean =>
    rare.count * SHARE <= usual.count &&
    Math.abs(usual.end - usual.start - own) <= 1 &&
    isSlip(text.slice(usual.start, usual.end), text.slice(rare.start, rare.end), usual.count, rare.count);
  for (let length = Math.max(SHORTEST, own - 1); length <= own + 1; length += 1) {
    const usual =
      halves.get(hashHead(text, rare, length))?.find(isUsual) ??
      halves.get(hashTail(text, rare, length))?.find(isUsual);
    if (usual !== undefined) return usual;
  }
  return undefined;
}

function isSlip(usual: string, name: string, usualCount: number, count: number): boolean {
  const shorter = Math.min(usual.length, name.length);
  let at = 0;
  while (at < shorter && usual[at] === name[at]) at += 1;
  // A first character more or other is a word before the name.
  if (at === 0 || usual === name) return false;
  if (usual.length === name.length) {
    if (usual.slice(at + 1) !== name.slice(at + 1)) return false;
    const [one, two] = [usual[at]!, name[at]!];
    if (JOINING.test(one) && JOINING.test(two)) return true;
    return !TELLING.test(one) && !TELLING.test(two) && areNear(one, two);
  }
  const [long, short] = usual.length > name.length ? [usual, name] : [name, usual];
  if (long.slice(at + 1) !== short.slice(at)) return false;
  const extra = long[at]!;
  if (SMALL.test(extra)) return at < short.length - 1;
  if (TELLING.test(extra)) return false;
  // 供销合作社联社 for 供销合作联社: doubled, or dropped once from a long name.
  return long.length >= LONG && count === 1 && usualCount >= SURE && usual === long;
}

function countNames(institutions: readonly number[]): readonly Written[] {
  const names = new Map<number, Written>();
  for (let at = 0; at < institutions.length; at += 3) {
    const known = names.get(institutions[at + 2]!);
    if (known !== undefined) known.count += 1;
    else names.set(institutions[at + 2]!, { start: institutions[at]!, end: institutions[at + 1]!, count: 1 });
  }
  return [...names.values()];
}
