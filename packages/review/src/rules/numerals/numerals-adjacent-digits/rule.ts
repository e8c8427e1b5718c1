import { defineRule } from '../../../rule.ts';

const CLASSES = /^(\d{1,2})个?(?:教学)?班/u;

/** Two Arabic numbers that run together (阿拉伯数字相邻有歧义): 高33个班. */
export const rule = defineRule({
  id: 'numerals-adjacent-digits',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.3',
  title: '避免阿拉伯数字相邻产生歧义',
  summary: '年级与班数都用阿拉伯数字会连成一个数，如“高33个班”，年级改用汉字。',
  why: '“高33个班”可以读作“高三3个班”或“高中33个班”。',
  silent: '只查“高”“初”后两位、三位数接班数的写法；首位不是1、2、3的不报。',
  covers: ['LN-NUM-10'],
  exempt: ['quotation', 'title', 'errata'],
  words: ['高1', '高2', '高3', '初1', '初2', '初3'],
  checkWord({ text, end: limit }, at, end, report) {
    const rest = text.slice(end, Math.min(limit, end + 8));
    const classes = CLASSES.exec(rest);
    if (classes === null) return;
    report(at, end + classes[0].length, '年级与班数的数字相连，容易误读，年级建议用汉字。');
  },
});
