import { defineRule } from '../../../rule.ts';

const RUN = /[０-９]+(?:[．][０-９]+)*/uy;

/** Full-width digits (全角数字). */
export const rule = defineRule({
  id: 'numerals-full-width',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '5.1.7',
  title: '阿拉伯数字用半角',
  summary: '阿拉伯数字一律用半角字形，全角数字建议改为半角。',
  exempt: ['title'],
  blocks: ['paragraph', 'note', 'heading', 'table', 'caption'],
  on: '０１２３４５６７８９',
  check({ text, start }, at, report) {
    if (at > start && /[０-９]/u.test(text.charAt(at - 1))) return;
    if (at - 1 > start && text[at - 1] === '．' && /[０-９]/u.test(text.charAt(at - 2))) return;
    RUN.lastIndex = at;
    const run = RUN.exec(text)?.[0];
    if (run === undefined) return;
    report(at, at + run.length, '用了全角数字，建议改为半角。', {
      replacement: run.replace(/[０-９．]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
    });
  },
});
