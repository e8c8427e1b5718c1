import { printHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

const CALENDARS = ['农历', '阴历', '夏历', '旧历'];
const MONTHS = ['正月', '腊月', '冬月'];
/** Feasts that fall on a day of the old calendar, as their month and day. */
const FEASTS = new Map([
  ['元宵', '1/15'],
  ['端午', '5/5'],
  ['七夕', '7/7'],
  ['中元', '7/15'],
  ['中秋', '8/15'],
  ['重阳', '9/9'],
  ['腊八', '12/8'],
]);
const DATE = /(闰)?(\d{1,2})月(?:(\d{1,2})日?)?/uy;
const DAY = /(\d{1,2})(?:日|(?![\d.个天多余户人元名件场次年里公斤米只头台]))/uy;
const FEAST_DATE = /(?<![\d年])(\d{1,2})月(\d{1,2})日?(?:为|是|过|逢)?$/u;

/** A date of the old calendar in Arabic digits (农历日期用汉字): 农历8月15日. */
export const rule = defineRule({
  id: 'dates-lunar-digits',
  family: 'dates',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.2.1',
  title: '农历月日用汉字数字',
  summary: '“农历8月15日”“腊月23”“8月15中秋节”一类用阿拉伯数字的夏历日期，应作“农历八月十五”“腊月二十三”。',
  why: '夏历日期用汉字数字，才不与公历日期相混。',
  silent: '范围、并列的日期只提示不给改法；公历日期括注农历不受影响。',
  covers: ['GZ-CHR-03', 'GZ-CHR-06'],
  habit: 20,
  exempt: ['quotation', 'title', 'errata'],
  words: [...CALENDARS, ...MONTHS, ...FEASTS.keys()],
  checkWord({ text, start, end }, at, last, report) {
    const word = text.slice(at, last);
    if (FEASTS.has(word)) {
      const before = FEAST_DATE.exec(text.slice(Math.max(start, at - 9), at));
      if (before === null || FEASTS.get(word) !== `${before[1]}/${before[2]}`) return;
      const from = at - before[0].length;
      const printed = /^\d+月\d+日?/u.exec(before[0])![0];
      const date = printDate(undefined, Number(before[1]), Number(before[2]));
      report(from, from + printed.length, `农历节日的日期用汉字数字，建议作“${date}”。`, { replacement: date });
      return;
    }
    if (text[last - 1] === '月') {
      DAY.lastIndex = last;
      const day = DAY.exec(text);
      if (day === null || last + day[0].length > end || Number(day[1]) > 30 || Number(day[1]) < 1) return;
      const rest = printDay(Number(day[1]));
      report(at, last + day[0].length, `夏历日期用汉字数字，建议作“${word}${rest}”。`, { replacement: word + rest });
      return;
    }
    DATE.lastIndex = last;
    const date = DATE.exec(text);
    if (date === null || last + date[0].length > end) return;
    const [month, day] = [Number(date[2]), date[3] === undefined ? undefined : Number(date[3])];
    const isPlain = month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 30));
    const isWhole = !/[\d～—~－、至-]/u.test(text.charAt(last + date[0].length));
    if (!isPlain || !isWhole) {
      report(at, last + date[0].length, '夏历日期用汉字数字，请核对。');
      return;
    }
    const printed = word + printDate(date[1], month, day);
    report(at, last + date[0].length, `夏历日期用汉字数字，建议作“${printed}”。`, { replacement: printed });
  },
});

function printDate(leap: string | undefined, month: number, day: number | undefined): string {
  const name = month === 1 && leap === undefined ? '正' : printHanNumber(month);
  return `${leap ?? ''}${name}月${day === undefined ? '' : printDay(day)}`;
}

function printDay(day: number): string {
  return day <= 10 ? `初${printHanNumber(day)}` : printHanNumber(day);
}
