import { defineRule } from '../../../rule.ts';

const NUMERALS = '一二三四五六七八九';
const COUNTED = /[个人天岁名倍元户家件条座间口头只尺丈斤里亩]/u;

/** 概数 written with an enumeration comma between the two numerals: 七、八人. */
export const rule = defineRule({
  id: 'numerals-approximate-comma',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.5.3.4',
  title: '概数之间不用顿号',
  summary: '相邻两个汉字数字连用表示概数，中间不用顿号。“第三、四个”“二、三产业”等并列不在此列。',
  covers: ['LN-NUM-06'],
  exempt: ['quotation', 'title', 'solemn'],
  on: '、',
  check({ text, start, end }, at, report) {
    const left = NUMERALS.indexOf(text.charAt(at - 1));
    const right = NUMERALS.indexOf(text.charAt(at + 1));
    if (at - 1 < start || at + 2 >= end || left < 0 || right < 0) return;
    const isPair = right === left + 1 || (left === 2 && right === 4);
    if (!isPair || !COUNTED.test(text.charAt(at + 2))) return;
    if (at - 2 >= start && /[第一二三四五六七八九十百千月初、]/u.test(text.charAt(at - 2))) return;
    // 一、二个 is how an ordinal list is cut short, seldom 概数.
    if (left === 0 && text[at + 2] !== '天') return;
    report(at - 1, at + 2, '概数的两个数字之间不用顿号。', {
      replacement: `${text.charAt(at - 1)}${text.charAt(at + 1)}`,
    });
  },
});
