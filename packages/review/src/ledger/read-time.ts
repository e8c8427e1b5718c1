import { isDash } from './character-kinds.ts';
/** Period not known. */
export const NO_TIME = 0;

/** A date or a run of years in the text (时间): days as YYYYMMDD with 0 for what is not printed. */
export interface TimeSpan {
  end: number;
  from: number;
  to: number;
  /** 以来、起、以后: the time only begins there. */
  shift: boolean;
}

/**
 * Reads the time that begins with the digits `[at, end)`: 1990年、1990年6月30日、1986～1990年. Fills `time` and says
 * whether there was one.
 */
export function readTimeAt(
  text: string,
  at: number,
  end: number,
  digits: number,
  limit: number,
  time: TimeSpan,
): boolean {
  if (end - at !== 4 || digits < 1000 || digits > 2100) return false;
  let place = skipSpaces(text, end);
  const code = text.charCodeAt(place);
  if (isDash(code)) {
    const last = readYear(text, place + 1, limit);
    if (last === 0) return false;
    place = skipSpaces(text, place + 5);
    if (text.charCodeAt(place) !== YEAR) return false;
    return finish(text, place + 1, digits * 10_000, last * 10_000, time);
  }
  if (code !== YEAR) return false;
  place += 1;
  if (isDash(text.charCodeAt(place))) {
    const last = readYear(text, place + 1, limit);
    const after = skipSpaces(text, place + 5);
    if (last !== 0 && text.charCodeAt(after) === YEAR) {
      return finish(text, after + 1, digits * 10_000, last * 10_000, time);
    }
  }
  let from = digits * 10_000;
  let to = from;
  const month = readSmall(text, place, limit);
  if (month > 0 && month <= 12) {
    let next = skipSpaces(text, skipSpaces(text, place) + (month > 9 ? 2 : 1));
    if (isDash(text.charCodeAt(next))) {
      const last = readSmall(text, next + 1, limit);
      const after = next + 1 + (last > 9 ? 2 : 1);
      if (last > month && last <= 12 && text.charCodeAt(after) === MONTH) {
        from += month * 100;
        to += last * 100;
        return finish(text, after + 1, from, to, time);
      }
    }
    if (text.charCodeAt(next) === MONTH) {
      next += 1;
      from += month * 100;
      const day = readSmall(text, next, limit);
      const dayEnd = skipSpaces(text, skipSpaces(text, next) + (day > 9 ? 2 : 1));
      if (day > 0 && day <= 31 && text.charCodeAt(dayEnd) === DAY) {
        from += day;
        next = dayEnd + 1;
      }
      return finish(text, next, from, from, time);
    }
  }
  return finish(text, place, from, to, time);
}

const YEAR = 0x5e74;
const MONTH = 0x6708;
const DAY = 0x65e5;

function finish(text: string, end: number, from: number, to: number, time: TimeSpan): boolean {
  let place = end;
  const code = text.charCodeAt(place);
  // 底、末、初、内、间
  if (code === 0x5e95 || code === 0x672b || code === 0x5185 || code === 0x95f4 || code === 0x5ea6) place += 1;
  const next = text.charCodeAt(place);
  const after = text.charCodeAt(place + 1);
  // 以来、以后、之后、起、开始、始、后、前、以前
  time.shift =
    next === 0x8d77 ||
    next === 0x540e ||
    next === 0x524d ||
    next === 0x59cb ||
    ((next === 0x4ee5 || next === 0x4e4b) && (after === 0x6765 || after === 0x540e || after === 0x524d)) ||
    (next === 0x5f00 && after === 0x59cb);
  time.end = place;
  time.from = from;
  time.to = to;
  return true;
}

function readYear(text: string, at: number, limit: number): number {
  if (at + 4 > limit) return 0;
  let year = 0;
  for (let place = at; place < at + 4; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x30 || code > 0x39) return 0;
    year = year * 10 + code - 0x30;
  }
  return year >= 1000 && year <= 2100 ? year : 0;
}

function readSmall(text: string, from: number, limit: number): number {
  const at = skipSpaces(text, from);
  const first = at < limit ? text.charCodeAt(at) - 0x30 : -1;
  if (first < 0 || first > 9) return 0;
  const second = at + 1 < limit ? text.charCodeAt(at + 1) - 0x30 : -1;
  return second < 0 || second > 9 ? first : first * 10 + second;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x3000) at += 1;
  return at;
}
