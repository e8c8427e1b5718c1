import { defineRule } from '../../../rule.ts';

const DIGITS = /^\d{1,3}(?![\d.年月日世届个项名人～、])/u;

/** A pure decimal without its zero (纯小数缺“0”): .46. */
export const rule = defineRule({
  id: 'numerals-pure-decimal',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.2',
  title: '纯小数写出小数点前的“0”',
  summary: '纯小数要写出小数点前用以定位的“0”。',
  why: '缺了“0”，小数点容易被看漏，数值差出几个数量级。',
  silent: '图表编号、网址、误作句号的下脚点（后接年、月、个等）和书名里的不报。',
  covers: ['LN-NUM-12'],
  exempt: ['title', 'errata'],
  on: '.',
  check({ text, start, end }, at, report) {
    const next = text.charCodeAt(at + 1);
    if (at === start || next < 0x30 || next > 0x39) return;
    const before = text.charAt(at - 1);
    if (!/[\u4e00-\u9fff，、（～：]/u.test(before) || /[图表第号版一二三四五六七八九十]/u.test(before)) return;
    // A full stop typed as a dot stands before a date or a count, seldom before a decimal.
    const digits = DIGITS.exec(text.slice(at + 1, Math.min(end, at + 9)))?.[0];
    if (digits === undefined) return;
    // 资产增值.12万元入库 begins a new sentence; 约.25万元 does not.
    if (/[万亿]/u.test(text.charAt(at + 1 + digits.length)) && !/[约为达占至近]/u.test(before)) return;
    report(at, at + 1 + digits.length, '纯小数缺小数点前的“0”，建议补上。', { replacement: `0.${digits}` });
  },
});
