import { defineRule } from '../../../rule.ts';

const ORDINAL = /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]$/u;
const BEFORE = new Set(['。', '；', '：', '，', '\n', ' ', '\u3000']);

/** A mark after a bracketed ordinal (带括号序次语后加点号): （一）、. */
export const rule = defineRule({
  id: 'punctuation-ordinal-bracket',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.3.4',
  title: '带括号的序次语后不加点号',
  summary: '“（一）”“（1）”一类带括号的序次语后面不再加顿号、逗号或下脚点。',
  why: '括号已把序次语与正文隔开。',
  silent: '只看段首和句首；列举之中的括注不报。',
  covers: ['LN-PUN-08'],
  exempt: ['quotation', 'errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading'],
  on: '）)',
  check({ text, start, end }, at, report) {
    const mark = text[at + 1];
    if (at + 1 >= end || at - 1 < start || (mark !== '、' && mark !== '，' && mark !== '.' && mark !== '．')) return;
    const ordinal = ORDINAL.exec(text.slice(Math.max(start, at - 4), at + 1))?.[0];
    if (ordinal === undefined) return;
    const open = at + 1 - ordinal.length;
    if (open > start && !BEFORE.has(text.charAt(open - 1))) return;
    report(open, at + 2, '带括号的序次语后多了点号，建议删去。', { replacement: ordinal });
  },
});
