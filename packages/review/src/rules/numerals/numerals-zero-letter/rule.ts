import { defineRule } from '../../../rule.ts';

const YEAR = /[一二三四五六七八九〇OoＯ○0]{4}(?=年)/uy;

/** 〇 written as a letter, a digit or a circle in a year of Chinese numerals (“〇”误作字母). */
export const rule = defineRule({
  id: 'numerals-zero-letter',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.2.5',
  title: '“〇”不写成字母、圆圈',
  summary: '汉字数字年份中的“〇”不写成字母O、数字0或圆圈符号。',
  exempt: ['title'],
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  on: '一二',
  check({ text, end }, at, report) {
    YEAR.lastIndex = at;
    const year = YEAR.exec(text)?.[0];
    if (year === undefined || at + 4 >= end || !/[OoＯ○0]/u.test(year)) return;
    report(at, at + 4, '年份中的“〇”写成了别的符号，建议改正。', { replacement: year.replace(/[OoＯ○0]/gu, '〇') });
  },
});
