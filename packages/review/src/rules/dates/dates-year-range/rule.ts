import { findYearBefore } from '../../../calendar/find-year-before.ts';
import { listYears, readEraAt } from '../../../calendar/read-era-year.ts';
import { defineRule, type Report } from '../../../rule.ts';

const FIRST = /(?<![\d.])(\d{4})年?(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/u;
const SECOND = /(?:[—－-]|[～~])?(\d{4})(?:年(?:(\d{1,2})月(?:(\d{1,2})日)?)?|(?=[）)]))/uy;
const SHORT = /(\d{2})年/uy;
const DOTTED = /(?<![\d.])(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?$/u;
const DOTTED_SECOND = /[—－-]?(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?(?=[）)，,。；、\s\t]|$)/uy;
const DAYS = /(?<!\d)(\d{1,2})日?$/u;
const LAST_DAY = /(?:(\d{1,2})月)?(\d{1,2})日/uy;
const ERA_END = /[元一二三四五六七八九十廿\d]年[（(]?[^（()）]{0,8}[）)]?$/u;

/** A range of years or days whose end lies before its start (起止倒置): 1995～1990年. */
export const rule = defineRule({
  id: 'dates-year-range',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '起止时间不倒置',
  summary: '起止年月日和年号，如“1995～1990年”“8月20～15日”“道光元年至乾隆十五年”，止在起之前的报。',
  why: '起止倒置必有一误，时段就无从核对。',
  silent: '公元前的年代、不是年份的四位数不报。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  on: '～~至—－-',
  check({ text, start, end }, at, report) {
    const before = text.charCodeAt(at - 1);
    const isDigit = before >= 0x30 && before <= 0x39;
    const mark = text[at - 1];
    if (at === start || !(isDigit || mark === '年' || mark === '月' || mark === '日' || mark === '）')) return;
    if (text[at] === '至' && (mark === '年' || mark === '）')) checkEras(text, start, at, end, report);
    if (mark === '）' || !mayGoOn(text.charCodeAt(at + 1))) return;
    const endsInYear = isDigit || mark === '年';
    if (endsInYear && risesPlainly(text, start, at)) return;
    const first = readFirst(text, start, at, endsInYear);
    if (first === null) {
      if (isDigit || mark === '日') checkDays(text, start, at, end, report);
      if (isDigit) checkDotted(text, start, at, end, report);
      return;
    }
    checkShort(text, first, at, end, report);
    SECOND.lastIndex = at + 1;
    const second = SECOND.exec(text);
    if (second === null || at + 1 + second[0].length > end) return;
    // Without 年 anywhere two numbers in a bracket are years only as （1920～1995）.
    const from = at - first[0].length;
    if (!`${first[0]}${second[0]}`.includes('年') && !/[（(]/u.test(text.charAt(from - 1))) return;
    if (!isInverted(first, second) || isBeforeChrist(text, start, from, at + 1 + second[0].length)) return;
    report(from, at + 1 + second[0].length, '止于起之前，请核对起止时间。');
  },
});

/** Cheap first look: two years of four digits, the second the later one, as nearly all ranges are. */
function risesPlainly(text: string, start: number, at: number): boolean {
  const from = findYearBefore(text, start, at);
  if (from < 0) return false;
  for (let place = at + 1; place < at + 5; place += 1) {
    const code = text.charCodeAt(place);
    if (!(code >= 0x30 && code <= 0x39)) return false;
  }
  return text.slice(from, from + 4) < text.slice(at + 1, at + 5);
}

/** The year, month and day before the mark; `endsInYear` where only a year can end as the text does there. */
function readFirst(text: string, start: number, at: number, endsInYear: boolean): RegExpExecArray | null {
  // Cheap first look: most numbers before a mark are no years.
  if (endsInYear && findYearBefore(text, start, at) < 0) return null;
  return FIRST.exec(text.slice(Math.max(start, at - 12), at));
}

/** What ends a range begins with a digit, or with a second mark: ——, ～～. */
function mayGoOn(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2014 ||
    code === 0xff0d ||
    code === 0x2d ||
    code === 0xff5e ||
    code === 0x7e
  );
}

/** The first of year, month and day that differs decides; one that is not printed at both ends says nothing. */
function isInverted(first: RegExpExecArray, second: RegExpExecArray): boolean {
  const [from, to] = [Number(first[1]), Number(second[1])];
  if (Math.min(from, to) < 1000 || Math.max(from, to) > 2100) return false;
  for (const index of [1, 2, 3]) {
    const [a, b] = [first[index], second[index]];
    if (a === undefined || b === undefined) return false;
    if (Number(a) !== Number(b)) return Number(b) < Number(a);
  }
  return false;
}

/** 距今2000～1500年, 公元前1600～1046年 count backwards. */
function isBeforeChrist(text: string, start: number, from: number, to: number): boolean {
  return /距今|前|约/u.test(text.slice(Math.max(start, from - 5), from)) || /^以?前/u.test(text.slice(to, to + 2));
}

/** 8月20～15日: the month is named once. */
function checkDays(text: string, start: number, at: number, end: number, report: Report): void {
  if (!mayEndInDay(text, at)) return;
  const first = DAYS.exec(text.slice(Math.max(start, at - 3), at));
  if (first === null) return;
  const from = at - first[0].length;
  if (text[from - 1] !== '月' || !/\d/u.test(text.charAt(from - 2))) return;
  LAST_DAY.lastIndex = at + 1;
  const last = LAST_DAY.exec(text);
  if (last === null || at + 1 + last[0].length > end) return;
  const [a, b] = [Number(first[1]), Number(last[2])];
  if (b >= a || a > 31 || b < 1) return;
  const month = /\d{1,2}月$/u.exec(text.slice(Math.max(start, from - 3), from))?.[0] ?? '月';
  if (last[1] !== undefined && last[1] !== month.slice(0, -1)) return;
  report(from - month.length, at + 1 + last[0].length, '止日在起日之前，请核对。');
}

/** Cheap first look: 月 stands right before the one or two digits of the day. */
function mayEndInDay(text: string, at: number): boolean {
  const day = text[at - 1] === '日' ? at - 2 : at - 1;
  return text[day - 1] === '月' || text[day - 2] === '月';
}

/** 1985～80年: the century is named once; 1999～02年 runs into the next. */
function checkShort(text: string, first: RegExpExecArray, at: number, end: number, report: Report): void {
  SHORT.lastIndex = at + 1;
  const second = SHORT.exec(text);
  if (second === null || at + 4 > end || first[0].length !== 4) return;
  const [a, b] = [Number(first[1]!.slice(2)), Number(second[1])];
  if (b < a && b > 30 && isYear(Number(first[1]))) report(at - 4, at + 4, '止于起之前，请核对起止时间。');
}

/** 1987.3～1985.4 of a term of office. */
function checkDotted(text: string, start: number, at: number, end: number, report: Report): void {
  if (text[at - 2] !== '.' && text[at - 3] !== '.') return;
  const first = DOTTED.exec(text.slice(Math.max(start, at - 10), at));
  if (first === null) return;
  DOTTED_SECOND.lastIndex = at + 1;
  const second = DOTTED_SECOND.exec(text);
  if (second === null || at + 1 + second[0].length > end) return;
  if (![first, second].every((date) => isYear(Number(date[1])) && Number(date[2]) >= 1 && Number(date[2]) <= 12))
    return;
  if (isInverted(first, second))
    report(at - first[0].length, at + 1 + second[0].length, '止于起之前，请核对起止时间。');
}

function isYear(year: number): boolean {
  return year >= 1800 && year <= 2100;
}

/** 道光元年（1821年）至乾隆十五年. */
function checkEras(text: string, start: number, at: number, end: number, report: Report): void {
  const from = Math.max(start, at - 20);
  if (!ERA_END.test(text.slice(from, at))) return;
  const second = readEraAt(text, at + 1, end) ?? readEraAt(text, at + 2, end);
  if (second === undefined) return;
  for (let place = at - 4; place >= from; place -= 1) {
    const first = readEraAt(text, place, end);
    if (first === undefined) continue;
    if (first.end > at || /[，。；、]/u.test(text.slice(first.end, at))) return;
    const early = Math.min(...listYears(first, first.ordinals[0]!));
    const late = Math.max(...listYears(second, second.ordinals[0]!));
    if (late < early) report(place, second.end, '后一年号在前一年号之前，请核对起止。');
    return;
  }
}
