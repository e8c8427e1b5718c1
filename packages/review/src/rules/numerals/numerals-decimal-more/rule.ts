import { defineRule } from '../../../rule.ts';

const BEFORE = /(?<![\d.])(\d+)(?:\.(\d+))?([万亿千百])?$/u;

/** 多 or 余 after an exact number (精确数后加“多”“余”): 2.35亿多元, 1234余人. */
export const rule = defineRule({
  id: 'numerals-decimal-more',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '精确数后不加“多”“余”',
  summary: '带两位以上小数的数、数到个位的三位以上整数已是精确数，后面不加“多”“余”。',
  why: '“2.35亿多元”既精确到百万又说有余，读者不知以哪个为准。',
  silent: '整数位带零的约数（300多人）、一位小数（1.5万余人）和“25岁多”之类不报。',
  covers: ['LN-NUM-32'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  on: '多余',
  check({ text, start, end }, at, report) {
    const before = text.charCodeAt(at - 1);
    const isDigit = before >= 0x30 && before <= 0x39;
    if (at === start || (!isDigit && before !== 0x4e07 && before !== 0x4ebf)) return;
    const number = BEFORE.exec(text.slice(Math.max(start, at - 12), at));
    if (number === null || at + 1 >= end) return;
    const [whole, , decimals, unit] = number;
    const isExact = decimals === undefined ? unit === undefined && /^\d{2,}[1-9]$/u.test(whole) : decimals.length >= 2;
    if (!isExact || /[年倍样万亿]/u.test(text.charAt(at + 1)) || !/[\u4e00-\u9fff]/u.test(text.charAt(at + 1))) return;
    report(at - whole.length, at + 1, `精确数后不宜加“${text.charAt(at)}”，请核对。`);
  },
});
