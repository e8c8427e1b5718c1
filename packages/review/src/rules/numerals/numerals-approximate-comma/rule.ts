import { defineRule } from '../../../rule.ts';

const NUMERALS = '一二三四五六七八九';
const COUNTED = new Set('个天人岁名倍户家件条座间口头只尺丈斤里亩'.split(''));
const BEFORE = new Set('第一二三四五六七八九十百千月初、'.split(''));

/** 概数 written with an enumeration comma between the two numerals: 七、八人. */
export const rule = defineRule({
  id: 'numerals-approximate-comma',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.5.3.4',
  title: '概数之间不用顿号',
  summary: '相邻两个汉字数字连用表示概数，中间不用顿号，如“七、八人”应作“七八人”。',
  why: '加了顿号就成了“七人和八人”，不再是概数。',
  silent: '“第三、四个”“二、三产业”等并列，引文和书名里的不报。',
  covers: ['LN-NUM-06', 'LN-PUN-01'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  words: [...[...NUMERALS].slice(0, 8).map((left, index) => `${left}、${NUMERALS.charAt(index + 1)}`), '三、五'],
  checkWord({ text, start, end }, at, wordEnd, report) {
    const isTens = /[十百千万]/u.test(text.charAt(wordEnd)) && /[名人个户亩元天年岁]/u.test(text.charAt(wordEnd + 1));
    if (wordEnd >= end || (!isTens && !COUNTED.has(text.charAt(wordEnd)))) return;
    if (at > start && BEFORE.has(text.charAt(at - 1))) return;
    // 一、二个 is how an ordinal list is cut short, seldom 概数.
    if (text[at] === '一' && text[wordEnd] !== '天') return;
    report(at, wordEnd, '概数的两个数字之间不用顿号。', {
      replacement: `${text.charAt(at)}${text.charAt(wordEnd - 1)}`,
    });
  },
});
