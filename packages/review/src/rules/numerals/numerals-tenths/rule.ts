import { defineRule } from '../../../rule.ts';

const HAN = '一二三四五六七八九';
const AFTER = new Set('，。；、）以左多的是为！？”'.split(''));

/** Percentages told in tenths with a fraction (用“成”表示带零头的百分数): 三成五. */
export const rule = defineRule({
  id: 'numerals-tenths',
  family: 'numerals',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '百分数不用“几成几”',
  summary: '“三成五”“3.5成”一类写法建议改为百分数“35%”。',
  why: '同一类比例忽而用“成”忽而用百分数，读者难以比较。',
  silent: '“三成”“八成新”等不带零头的、引文和书名里的不报。',
  covers: ['LN-NUM-25'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: [
    ...[...HAN].flatMap((tens) => [...HAN].map((ones) => `${tens}成${ones}`)),
    ...[...'123456789'].map((digit) => `${digit}成`),
  ],
  checkWord({ text, start, end: limit }, at, end, report) {
    if (end - at === 2) {
      const decimal = /(?<!\d)\d\.\d$/u.exec(text.slice(Math.max(start, at - 3), at + 1))?.[0];
      if (decimal === undefined || /[为立都功]/u.test(text.charAt(end))) return;
      report(at + 1 - decimal.length, end, '带零头的“成”建议改为百分数。', {
        replacement: `${Math.round(Number(decimal) * 10)}%`,
      });
      return;
    }
    if (at > start && /[一二三四五六七八九十百千万第\d、]/u.test(text.charAt(at - 1))) return;
    if (end < limit && !AFTER.has(text.charAt(end))) return;
    report(at, end, '带零头的“成”建议改为百分数。', {
      replacement: `${HAN.indexOf(text.charAt(at)) + 1}${HAN.indexOf(text.charAt(end - 1)) + 1}%`,
    });
  },
});
