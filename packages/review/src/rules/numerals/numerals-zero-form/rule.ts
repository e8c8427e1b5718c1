import { defineRule } from '../../../rule.ts';

const YEAR = /(?<![一二三四五六七八九〇零])[一二][〇零一二三四五六七八九]{3}(?=年)/u;

/** 零 and 〇 exchanged (“零”与“〇”混用): 三千〇五十二, 二零一二年. */
export const rule = defineRule({
  id: 'numerals-zero-form',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '5.2.5',
  title: '“零”用于计量，“〇”用于编号和年份',
  summary: '汉字数字表示数量时用“零”（三千零五十二），表示年份、编号时用“〇”（二〇一二年）。',
  why: '两种写法各有用处，混用不合标准，也不便检索。',
  silent: '只查四字年份和带“百”“千”“万”的数；书名里的不报。',
  covers: ['LN-NUM-20'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  on: '零〇',
  check({ text, start, end }, at, report) {
    if (at === start) return;
    const before = text.charAt(at - 1);
    if (text[at] === '〇') {
      if (!/[百千万]/u.test(before) || !/[一二三四五六七八九]/u.test(text.charAt(at + 1)) || at + 1 >= end) return;
      report(at, at + 1, '表示数量的“〇”应作“零”。', { replacement: '零' });
      return;
    }
    if (!/[一二三四五六七八九零]/u.test(before)) return;
    const from = Math.max(start, at - 3);
    const found = YEAR.exec(text.slice(from, Math.min(end, at + 4)));
    if (found === null || from + found.index > at) return;
    // Of 二零零八 only the first 零 tells.
    if (text.slice(from + found.index, at).includes('零')) return;
    report(from + found.index, from + found.index + 4, '汉字年份中的“零”应作“〇”。', {
      replacement: found[0].replaceAll('零', '〇'),
    });
  },
});
