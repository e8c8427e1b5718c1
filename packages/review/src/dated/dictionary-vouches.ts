import type { Passage } from '../rule.ts';
import type { WordKind } from '../settings.ts';
import { yearOfMention } from './year-of-mention.ts';

/** Whether the work's own dictionary has this name as right in the year told of (词库为准): it goes before our examples. */
export function dictionaryVouches(passage: Passage, kind: WordKind, start: number, end: number): boolean {
  const { dictionary } = passage.settings;
  if (dictionary === undefined) return false;
  const year = yearOfMention(passage, start);
  return dictionary.some(
    ({ word, kind: its, from = 0, to = Infinity }) =>
      its === kind &&
      (year === undefined || (from <= year && year <= to)) &&
      passage.text.slice(Math.max(passage.start, end - word.length), end) === word,
  );
}
