import type { Passage } from '../rule.ts';
import type { Span } from '../finding.ts';

/** A sentence is shorter; a paragraph of a whole book in one line must not cost the square of its length. */
const REACH = 300;

/** The sentence a place lies in (所在句), without its stop; never beyond the passage. */
export function sentenceAround({ text, start, end }: Passage, at: number): Span {
  const from = Math.max(start, at - REACH);
  const to = Math.min(end, at + REACH);
  let first = at;
  while (first > from && !STOPS.has(text.charCodeAt(first - 1))) first -= 1;
  let last = at;
  while (last < to && !STOPS.has(text.charCodeAt(last))) last += 1;
  return { start: first, end: last };
}

/** 。！？； and the end of a line or cell. */
const STOPS = new Set([0x3002, 0xff01, 0xff1f, 0xff1b, 0x0a, 0x09]);
