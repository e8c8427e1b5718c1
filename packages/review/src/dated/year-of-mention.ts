import type { Passage } from '../rule.ts';
import { sentenceAround } from './sentence-around.ts';

/** A printed western year: 2019年, 2018～2020年; not the number of a document, 〔2019〕. */
const YEAR = /(?<!\d)(1[89]\d\d|20\d\d)(?=年|[～—–\-至—]+(?:1[89]|20)?\d\d年)/gu;

/** How far back a paragraph is read for the year it is about. */
const REACH = 400;

/** The years a sentence prints (句中年份), in text order. */
export function yearsInSentence(passage: Passage, at: number): number[] {
  const { start, end } = sentenceAround(passage, at);
  return readYears(passage, start, Math.min(passage.end, end + 1));
}

/**
 * The year a mention speaks of (所记年份): the last year printed before it in its paragraph, else the first behind it in its
 * sentence, else the recorded year of the work, else the first year of its period; undefined where none is known.
 */
export function yearOfMention(passage: Passage, at: number): number | undefined {
  const { start, settings } = passage;
  const before = readYears(passage, Math.max(start, at - REACH), at + 1).at(-1);
  return before ?? yearsInSentence(passage, at)[0] ?? settings.recordedYear ?? settings.period?.from;
}

/**
 * The latest year a mention can speak of (所记下限): the recorded year of the work or the end of its period; where neither
 * is set, the last year of its own sentence.
 */
export function latestYearOf(passage: Passage, at: number): number | undefined {
  const { settings } = passage;
  return settings.recordedYear ?? settings.period?.to ?? maxOf(yearsInSentence(passage, at));
}

/** Years in titles and years to come are not what a sentence speaks of: 《规划（2021—2035年）》、到2035年. */
function readYears({ text, settings }: Passage, start: number, end: number): number[] {
  const bare = text.slice(start, end).replace(/《[^》]*》/gu, '');
  const last = settings.recordedYear ?? settings.period?.to ?? Infinity;
  return [...bare.matchAll(YEAR)].map((found) => Number(found[1])).filter((year) => year <= last);
}

function maxOf(years: readonly number[]): number | undefined {
  return years.length === 0 ? undefined : Math.max(...years);
}
