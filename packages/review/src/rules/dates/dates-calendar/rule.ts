import { defineRule } from '../../../rule.ts';

const BEFORE = /(?<![\d.])(?:(\d{4})年)?(\d{1,2})$/u;
const DAY = /(\d{1,3})日/uy;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A date that no calendar has (日期不存在): 2月30日、13月5日. */
export const rule = defineRule({
  id: 'dates-calendar',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '公历日期存在',
  summary: '阿拉伯数字的月、日超出公历的，如“2月30日”“13月5日”，平年的2月29日，建议核对。农历月日用汉字，不在此列。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  on: '月',
  check({ text, start, end }, at, report) {
    if (at === start || !/\d/u.test(text.charAt(at - 1))) return;
    const before = BEFORE.exec(text.slice(Math.max(start, at - 8), at));
    if (before === null) return;
    DAY.lastIndex = at + 1;
    const day = DAY.exec(text);
    if (day === null || at + 1 + day[0].length > end) return;
    const fault = findFault(before[1] === undefined ? undefined : Number(before[1]), Number(before[2]), Number(day[1]));
    if (fault === undefined) return;
    report(at - before[0].length, at + 1 + day[0].length, `${fault}，请核对日期。`);
  },
});

function findFault(year: number | undefined, month: number, day: number): string | undefined {
  const days = DAYS[month - 1];
  if (days === undefined) return `公历没有${month}月`;
  if (day < 1 || day > days) return `公历${month}月没有${day}日`;
  if (month === 2 && day === 29 && year !== undefined && !isLeap(year)) return `${year}年是平年，2月没有29日`;
  return undefined;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
