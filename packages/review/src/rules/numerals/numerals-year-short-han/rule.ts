import { defineRule } from '../../../rule.ts';

const DIGITS = '〇一二三四五六七八九';
const TAIL = /^(?:[一二三四五六七八九十]{1,2}月|\d{1,2}月|底|末|春|夏|秋|冬)/u;
const SPAN = new Set('十百千万几第约近历共整达满经〇零一二三四五六七八九、～—'.split(''));

/** A year cut to two Chinese numerals (汉字年份缩写为两位): 九八年八月. */
export const rule = defineRule({
  id: 'numerals-year-short-han',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.2.2',
  title: '汉字年份不缩写为两位',
  summary: '汉字数字写的年份也要写全四位，“九八年八月”“自九五年起”之类的建议补全。',
  why: '两位年份日后不知是哪个世纪，还会与表示时长的年数相混。',
  silent: '表示时长的年数、相邻两数的概数（七八年、八九年）、年号的年数、引文和书名里的不报。',
  covers: ['LN-NUM-15'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: [...'七八九'].flatMap((tens) =>
    [...DIGITS].filter((ones) => DIGITS.indexOf(ones) !== DIGITS.indexOf(tens) + 1).map((ones) => `${tens}${ones}年`),
  ),
  checkWord({ text, start, end: limit }, at, end, report) {
    const before = at > start ? text.charAt(at - 1) : '';
    if (SPAN.has(before)) return;
    const rest = text.slice(end, Math.min(limit, end + 4));
    const isSince = (before === '自' || before === '从') && /^(?:起|开始|以来|始)/u.test(rest);
    if (!isSince && !TAIL.test(rest)) return;
    report(at, end, '年份缩写为两位，建议写全四位。');
  },
});
