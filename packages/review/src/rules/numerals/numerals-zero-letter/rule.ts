import { defineRule } from '../../../rule.ts';

const YEAR = /(?<![一二三四五六七八九〇OoＯ○0])[一二][一二三四五六七八九〇OoＯ○0]{3}(?=年)/u;
const CIRCLE = /[OoＯ○0]/u;

/** 〇 written as a letter, a digit or a circle in a year of Chinese numerals (“〇”误作字母). */
export const rule = defineRule({
  id: 'numerals-zero-letter',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.2.5',
  title: '“〇”不写成字母、圆圈',
  summary: '汉字数字年份中的“〇”不写成字母O、数字0或圆圈符号。',
  why: '写成字母或数字的年份检索不到，排版时字形也不一致。',
  silent: '只查后面接“年”的四字年份；书名里的不报。',
  covers: ['LN-NUM-21'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  words: [...'OoＯ○0'].flatMap((circle) => [...'一二三四五六七八九'].map((digit) => digit + circle)),
  checkWord({ text, start, end }, at, _end, report) {
    const from = Math.max(start, at - 3);
    const year = YEAR.exec(text.slice(from, Math.min(end, at + 6)));
    if (year === null) return;
    const place = from + year.index;
    // Told once a year, at its first wrong mark.
    if (place > at || place + 4 <= at + 1 || CIRCLE.test(text.slice(place, at + 1))) return;
    report(place, place + 4, '年份中的“〇”写成了别的符号，建议改正。', {
      replacement: year[0].replace(/[OoＯ○0]/gu, '〇'),
    });
  },
});
