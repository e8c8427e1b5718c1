import { defineRule } from '../../../rule.ts';

const YEAR_BEFORE = /(?<!\d)(\d{4})年$/u;
const DAY = /(\d{1,2})(?:日?[～~—－、至-](\d{1,2}))?日/uy;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A date that no calendar has (日期不存在): 2月30日, 13月5日. */
export const rule = defineRule({
  id: 'dates-calendar',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '公历日期存在',
  summary: '阿拉伯数字的月、日超出公历的，如“2月30日”“9月31日”“13月5日”，平年的2月29日，建议核对。',
  why: '不存在的日期必是误植，要查原始资料改正。',
  silent: '夏历月日用汉字，不在此列；只有月数的（历时13月）不报。',
  covers: ['GZ-CHR-05'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  on: '月',
  check({ text, start, end, settings }, at, report) {
    if (at - 1 < start || !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return;
    let from = at - 1;
    while (from > start && isDigit(text.charCodeAt(from - 1))) from -= 1;
    if (at - from > 2 || text[from - 1] === '.') return;
    if (isInEveryMonth(text, from, at)) return;
    DAY.lastIndex = at + 1;
    const day = DAY.exec(text);
    if (day === null || at + 1 + day[0].length > end) return;
    const year = text[from - 1] === '年' ? YEAR_BEFORE.exec(text.slice(Math.max(start, from - 6), from)) : null;
    const last = Number(day[2] ?? day[1]);
    const month = Number(text.slice(from, at));
    const told = year === null ? undefined : Number(year[1]);
    // A yearbook tells of its year wherever the paragraph names no other.
    const known =
      told ?? (month === 2 && !/\d{4}年/u.test(text.slice(start, from)) ? settings.recordedYear : undefined);
    const fault = findFault(known, month, Number(day[1])) ?? findFault(known, month, last);
    if (fault === undefined || isLunar(text, start, from)) return;
    report(from - (year?.[0].length ?? 0), at + 1 + day[0].length, `${fault}，请核对日期。`);
  },
});

/** Cheap first look: one of the first 28 days of a month, as nearly all dates are. */
function isInEveryMonth(text: string, from: number, at: number): boolean {
  const dayEnd = isDigit(text.charCodeAt(at + 2)) ? at + 3 : at + 2;
  if (text[dayEnd] !== '日') return false;
  const month = Number(text.slice(from, at));
  const day = Number(text.slice(at + 1, dayEnd));
  return month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

function findFault(year: number | undefined, month: number, day: number): string | undefined {
  const days = DAYS[month - 1];
  if (days === undefined) return `公历没有${month}月`;
  if (day < 1 || day > days) return `公历${month}月没有${day}日`;
  if (month === 2 && day === 29 && year !== undefined && !isLeap(year)) return `${year}年是平年，2月没有29日`;
  return undefined;
}

/** 农历2月30日 is a matter of digits, not of the calendar. */
function isLunar(text: string, start: number, from: number): boolean {
  return /[农阴夏旧]历(?:闰|\d{1,4}年)?$/u.test(text.slice(Math.max(start, from - 8), from));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
