import { defineRule } from '../../../rule.ts';

const ORDINALS = [...[...'一二三四五六七八九十'].map((digit) => `第${digit}`), '首先', '其次', '再次', '最后'];
const BEFORE = new Set(['。', '；', '：', '！', '？']);

/** An enumeration comma after 第一, 首先 (序次语后误用顿号). */
export const rule = defineRule({
  id: 'punctuation-ordinal-comma',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.3.1',
  title: '“第一”“首先”后用逗号',
  summary: '“第一”“其次”一类序次语后面用逗号，不用顿号。',
  why: '用顿号就与“第一、第二产业”一类并列相混。',
  silent: '“第一、第二产业”等并列和引文里的不报。',
  covers: ['LN-PUN-05'],
  exempt: ['quotation', 'errata'],
  words: ORDINALS.map((ordinal) => `${ordinal}、`),
  checkWord({ text, start, end }, at, wordEnd, report) {
    if (wordEnd >= end || (at > start && !BEFORE.has(text.charAt(at - 1)))) return;
    if (/[第一二三四五六七八九十其再最]/u.test(text.charAt(wordEnd))) return;
    report(at, wordEnd, '序次语后误用顿号，建议改用逗号。', { replacement: `${text.slice(at, wordEnd - 1)}，` });
  },
});
