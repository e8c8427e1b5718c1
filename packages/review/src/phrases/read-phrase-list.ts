import type { Passage } from '../rule.ts';
import { sentenceAround } from '../dated/sentence-around.ts';

/** One item of a list (列举项): its place and its characters without quotation marks. */
export interface ListItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The mark behind it, empty at the end of the sentence. */
  readonly mark: string;
}

/** Between two items: a mark, a linking word, or both. */
const BREAK = /[、，,；;：:（）()。！？\n\t]/u;
const MARKS = /[“”‘’"\s]/gu;
/** No item of a fixed phrase is longer. */
const LONGEST = 34;

/**
 * The items of the list round a place (列举), inside its sentence: cut at 、 and ，; what a linking word joins stays one item
 * for `splitItem`. At most `most` items either way.
 */
export function readPhraseList(passage: Passage, at: number, most: number): ListItem[] {
  const { text } = passage;
  const { start, end } = sentenceBounds(passage, at);
  const items: ListItem[] = [];
  let first = at;
  while (first > start && !BREAK.test(text.charAt(first - 1))) first -= 1;
  for (let to = first - 1, count = 0; to > start && count < most && isListMark(text.charAt(to)); count += 1) {
    let from = to;
    while (from > start && !BREAK.test(text.charAt(from - 1))) from -= 1;
    items.unshift(makeItem(text, from, to));
    to = from - 1;
  }
  let next = first;
  for (let count = 0; count <= most; count += 1) {
    let to = next;
    while (to < end && !BREAK.test(text.charAt(to))) to += 1;
    items.push(makeItem(text, next, to));
    if (to >= end || !isListMark(text.charAt(to))) break;
    next = to + 1;
  }
  return items;
}

/** Semicolons part the two halves of a phrase, so a sentence here reaches over them. */
function sentenceBounds(passage: Passage, at: number): { start: number; end: number } {
  let { start, end } = sentenceAround(passage, at);
  const { text } = passage;
  for (let parts = 0; parts < 3 && text.charAt(end) === '；'; parts += 1) end = sentenceAround(passage, end + 1).end;
  for (let parts = 0; parts < 3 && start > passage.start && text.charAt(start - 1) === '；'; parts += 1)
    start = sentenceAround(passage, start - 2).start;
  return { start: Math.max(passage.start, start), end: Math.min(passage.end, end) };
}

function isListMark(mark: string): boolean {
  return mark === '、' || mark === '，' || mark === ',' || mark === '；';
}

function makeItem(text: string, start: number, end: number): ListItem {
  return {
    start,
    end,
    text: text
      .slice(start, end)
      .replace(MARKS, '')
      .slice(0, LONGEST * 2),
    mark: text.charAt(end),
  };
}
