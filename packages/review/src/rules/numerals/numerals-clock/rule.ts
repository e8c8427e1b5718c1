import { defineRule } from '../../../rule.ts';

const MINUTES = /^([0-5]\d)分?(?![\d.万亿%％])/u;

/** A clock time with 点 between hour and minutes (时分写法): 15点40. */
export const rule = defineRule({
  id: 'numerals-clock',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '5.1.5',
  title: '时分写作“15时40分”或“15:40”',
  summary: '带分钟的时刻写作“15时40分”或“15:40”，不写“15点40”“15点40分”。',
  why: '“点”兼作小数点的读法，“15点40”也可读作15.40。',
  silent: '没有分钟的“上午9点”、引语里的口语不报。',
  covers: ['LN-NUM-17'],
  exempt: ['quotation', 'title', 'errata'],
  words: Array.from({ length: 10 }, (_, digit) => `${digit}点`),
  checkWord({ text, start, end }, at, wordEnd, report) {
    const hour = /(?<![\d.])\d{1,2}$/u.exec(text.slice(Math.max(start, at - 2), at + 1))?.[0];
    if (hour === undefined || Number(hour) > 24) return;
    const rest = text.slice(wordEnd, Math.min(end, wordEnd + 4));
    const minutes = MINUTES.exec(rest);
    if (minutes === null) return;
    report(at + 1 - hour.length, wordEnd + minutes[0].length, '时刻建议写作“时”“分”。', {
      replacement: `${hour}时${minutes[1]}分`,
    });
  },
});
