import { defineRule } from '../../../rule.ts';

const LEFT = /(?<![\d.\-/、])((?:1[89]|20)\d\d)$/u;
const RIGHT = /([.、．])(0?[1-9]|1[0-2])[.、．](0?[1-9]|[12]\d|3[01])(?![\d.%％])/uy;

/** A full date joined by dots or enumeration commas (年月日简写形式): 2008、8、8. */
export const rule = defineRule({
  id: 'numerals-date-short',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.4.2',
  title: '年月日的简写用短横线',
  summary: '年月日齐全才可简写，中间用短横线（2008-8-8），不用下脚点、顿号。正文宜写“2008年8月8日”。',
  why: '用顿号、下脚点连接的日期会被读作并列或小数。',
  silent: '年月日不全的、表格单元格里的、网址和版本号里的不报。',
  covers: ['LN-NUM-16'],
  exempt: ['title', 'errata'],
  habit: 20,
  words: [...'.、．'].flatMap((mark) => Array.from({ length: 10 }, (_, digit) => `${digit}${mark}`)),
  checkWord({ text, start, end }, at, wordEnd, report) {
    // 2008. has its 1 or 2 three places before the last digit; most points are those of decimals.
    const first = text.charCodeAt(at - 3);
    if (first !== 0x31 && first !== 0x32) return;
    const year = LEFT.exec(text.slice(Math.max(start, at - 4), at + 1))?.[1];
    if (year === undefined) return;
    RIGHT.lastIndex = wordEnd - 1;
    const found = RIGHT.exec(text);
    if (found === null || wordEnd - 1 + found[0].length > end) return;
    const from = at + 1 - year.length;
    report(from, wordEnd - 1 + found[0].length, '年月日简写用短横线，正文宜写出“年”“月”“日”。', {
      replacement: `${year}年${Number(found[2])}月${Number(found[3])}日`,
    });
  },
});
