import type { Passage } from '../rule.ts';
import type { Settings } from '../settings.ts';
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
  const { settings } = passage;
  const before = lastYearBefore(passage, at);
  return before ?? yearsInSentence(passage, at)[0] ?? settings.recordedYear ?? settings.period?.from;
}

/** Read backwards by hand: every name of an organ in a book asks for it. */
function lastYearBefore({ text, start, settings }: Passage, at: number): number | undefined {
  const from = Math.max(start, at - REACH);
  const last = lastYearOf(settings);
  for (let place = at; place >= from + 4; place -= 1) {
    const code = text.charCodeAt(place);
    if (code === CLOSING) place = Math.max(from, text.lastIndexOf('《', place));
    else if (code === YEAR_SIGN) {
      const year = readFourDigits(text, place - 4);
      if (year !== undefined && year <= last) return year;
    }
  }
  return undefined;
}

/** 》 and 年. */
const CLOSING = 0x300b;
const YEAR_SIGN = 0x5e74;

function readFourDigits(text: string, start: number): number | undefined {
  let year = 0;
  for (let at = start; at < start + 4; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    year = year * 10 + digit;
  }
  const before = text.charCodeAt(start - 1) - 0x30;
  return year < 1800 || year > 2099 || (before >= 0 && before <= 9) ? undefined : year;
}

function lastYearOf({ recordedYear, period }: Settings): number {
  return recordedYear ?? period?.to ?? Infinity;
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
  const last = lastYearOf(settings);
  return [...bare.matchAll(YEAR)].map((found) => Number(found[1])).filter((year) => year <= last);
}

function maxOf(years: readonly number[]): number | undefined {
  return years.length === 0 ? undefined : Math.max(...years);
}
