import { defineRule } from '../../../rule.ts';

const TAIL = /年(?:[前中后初]期|中后期|\d{1,2}月|底|末|春|夏|秋|冬|初(?!期))/uy;
/** 自98年起, 于98年建成: what begins or falls in it is a year, not a span. */
const CUES = /^(?:[自从]\d\d年(?:起|开始|以来|始|至|到)|于\d\d年(?![内间里后来中的之]))/u;
const RANGE = /(?:1[6-9]|20)\d\d年?[、—～~和与至-]$/u;

/** A year cut to two digits (年份缩写为两位): 98年8月, 1997年、98年. */
export const rule = defineRule({
  id: 'numerals-year-short',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.4',
  title: '年份不缩写为两位',
  summary: '公历年份写全四位，“98年8月”“1997年、98年”之类缩写的建议补全。',
  why: '两位年份日后不知是哪个世纪，检索和换算也会出错。',
  silent: '表示时长的“98年”、年号（民国、康熙等）的年数、引号和书名里的不报，只报后接月份、年初年底或前接四位年份的。',
  covers: ['LN-NUM-15'],
  exempt: ['quotation', 'title', 'errata'],
  on: '年',
  check({ text, start, end }, digitsEnd, report) {
    const at = digitsEnd - 2;
    if (at < start || !isDigit(text.charCodeAt(digitsEnd - 1)) || !isDigit(text.charCodeAt(at))) return;
    if (at > start && isDigit(text.charCodeAt(at - 1))) return;
    const value = Number(text.slice(at, digitsEnd));
    // 乾隆60年, 康熙61年 are the longest reigns: above them, and with a leading zero, two digits are a cut year.
    if (value > 9 && value < 62) return;
    const before = at > start ? text.charAt(at - 1) : '';
    if (/[.\d’‘'′~～—-]/u.test(before) && !RANGE.test(text.slice(Math.max(start, at - 7), at))) return;
    if (RANGE.test(text.slice(Math.max(start, at - 7), at)) && value >= 49) {
      report(at, digitsEnd + 1, '年份缩写为两位，建议写全四位。');
      return;
    }
    const cue = CUES.exec(text.slice(Math.max(start, at - 1), Math.min(end, at + 6)))?.[0];
    const opens = (before === '' || before === '。' || before === '；') && text[digitsEnd + 1] === '，' && value >= 70;
    if (cue !== undefined || opens) {
      report(at, digitsEnd + 1, '年份缩写为两位，建议写全四位。');
      return;
    }
    TAIL.lastIndex = digitsEnd;
    if (TAIL.exec(text) === null || /[共历前近约余经满达第]/u.test(before)) return;
    report(at, digitsEnd + 1, '年份缩写为两位，建议写全四位。');
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
