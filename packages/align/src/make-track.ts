import { diffSequences } from './diff-sequences.ts';
import { readCharacters, type Characters, type Span } from './read-characters.ts';

/** Follows a stretch of one passage into its counterpart; an empty span where its own characters alone were taken out. */
export type Track = (span: Span) => Span;

/** A track from some stretches of one text to some of another, by a character diff that white space does not disturb. */
export function makeTrack(textA: string, before: readonly Span[], textB: string, after: readonly Span[]): Track {
  const [a, b] = [readCharacters(textA, before), readCharacters(textB, after)];
  const partners = diffSequences(a.codes, b.codes);
  const size = b.codes.length;
  // For every place between characters, the partner next to it on the left and on the right.
  const left = new Int32Array(partners.length + 1).fill(-1);
  const right = new Int32Array(partners.length + 1).fill(size);
  for (let at = 0; at < partners.length; at += 1) left[at + 1] = partners[at]! >= 0 ? partners[at]! : left[at]!;
  for (let at = partners.length - 1; at >= 0; at -= 1) right[at] = partners[at]! >= 0 ? partners[at]! : right[at + 1]!;
  const placeAfter = (index: number): Span => {
    const place = index >= 0 ? b.ends[index]! : size > 0 ? b.starts[0]! : after[0]!.start;
    return { start: place, end: place };
  };

  return ({ start, end }) => {
    const first = findFirst(a.ends, start + 1);
    const last = findFirst(a.starts, end) - 1;
    if (last < first) return placeAfter(left[first]!);
    // Own characters that were taken out at an edge leave what stands in their place to the span.
    let from = partners[first]! >= 0 ? partners[first]! : (slideStart(first, last) ?? left[first]! + 1);
    let to = partners[last]! >= 0 ? partners[last]! : right[last + 1]! - 1;
    if (to < from) return placeAfter(from - 1);
    // Of equal characters beside an insertion the diff may have kept the farther ones.
    const length = last - first + 1;
    if (to - from >= length && isEqual(a.codes, first, b.codes, to - length + 1, length)) from = to - length + 1;
    if (!isInNumber(a.codes, first)) while (isInNumber(b.codes, from)) from -= 1;
    if (!isInNumber(a.codes, last + 1)) while (isInNumber(b.codes, to + 1)) to += 1;
    return { start: b.starts[from]!, end: b.ends[to]! };
  };

  /**
   * A deletion that took the first characters of a stretch may as well have taken equal ones before it: then they are
   * still there. Undefined where it may not, or took them all. At the other end the diff sees to that: it matches what
   * it can before it deletes.
   */
  function slideStart(first: number, last: number): number | undefined {
    let kept = first;
    while (kept <= last && partners[kept]! < 0) kept += 1;
    let hole = first;
    while (hole > 0 && partners[hole - 1]! < 0) hole -= 1;
    const place = left[hole]! + 1;
    const length = kept - first;
    if (kept > last || place !== right[kept]! || hole < length || place < length) return undefined;
    return isEqual(a.codes, first, a.codes, hole - length, length) &&
      isEqual(a.codes, first, b.codes, place - length, length) &&
      partners[hole - length] === place - length
      ? place - length
      : undefined;
  }
}

function isEqual(a: Int32Array, inA: number, b: Int32Array, inB: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (a[inA + index] !== b[inB + index]) return false;
  return true;
}

/** Whether a place is inside a number: a digit more before or behind makes it another number, as does a decimal. */
function isInNumber(codes: Characters['codes'], at: number): boolean {
  const [before, here] = [codes[at - 1] ?? 0, codes[at] ?? 0];
  if (isDigit(before) && isDigit(here)) return true;
  if (isPoint(here)) return isDigit(before) && isDigit(codes[at + 1] ?? 0);
  return isPoint(before) && isDigit(here) && isDigit(codes[at - 2] ?? 0);
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

function isPoint(code: number): boolean {
  return code === 0x2e || code === 0xff0e;
}

/** Index of the first of some rising numbers that is at least so great. */
export function findFirst(values: ArrayLike<number>, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
