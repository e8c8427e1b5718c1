import { defineRule } from '../../../rule.ts';

/** A pure decimal without its zero (纯小数缺“0”): .46. */
export const rule = defineRule({
  id: 'numerals-pure-decimal',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.2',
  title: '纯小数写出小数点前的“0”',
  summary: '纯小数要写出小数点前用以定位的“0”。图表编号、网址等不在此列。',
  exempt: ['title'],
  on: '.',
  check({ text, start, end }, at, report) {
    if (at === start || !/[\u4e00-\u9fff，、（～：]/u.test(text.charAt(at - 1))) return;
    if (/[图表第号版一二三四五六七八九十]/u.test(text.charAt(at - 1))) return;
    // A full stop typed as a dot stands before a date or a count, seldom before a decimal.
    const digits = /^\d{1,3}(?![\d.年月日世届个项名人～])/u.exec(text.slice(at + 1, Math.min(end, at + 9)))?.[0];
    if (digits === undefined) return;
    report(at, at + 1 + digits.length, '纯小数缺小数点前的“0”，建议补上。', { replacement: `0.${digits}` });
  },
});
