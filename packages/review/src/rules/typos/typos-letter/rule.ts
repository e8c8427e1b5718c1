import { defineRule } from '../../../rule.ts';

/** The letters l and I for the figure 1 (字母误作数字): l998年、199l年. */
export const rule = defineRule({
  id: 'typos-letter',
  family: 'typos',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '字母误作数字',
  summary: '数字中的“1”误作字母“l”“I”、年份中的“0”误作“O”的：l998年、2l0人、2O05年。',
  why: '识别时“1”“0”最易认作字母。',
  silent: '型号、编号、英文词中的字母，不报。',
  covers: ['WORD-D-8'],
  exempt: ['errata'],
  on: 'lIO',
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  check({ text, start }, at, report) {
    const before = /[A-Za-z\d.,-]*$/u.exec(text.slice(Math.max(start, at - 8), at))![0];
    const after = /^[A-Za-z\d.,-]*[\u4e00-\u9fff%]?/u.exec(text.slice(at + 1, at + 10))![0];
    if (text[at] === 'O') {
      // 2O05年 alone: models have the letter too.
      const year = `${before.replaceAll('O', '0')}0${after.replaceAll('O', '0')}`;
      if (/^(?:19|20)\d\d年$/u.test(year) && !before.includes('O'))
        report(at - before.length, at + 1 + after.length, '年份中的字母疑为数字0。', { replacement: year });
      return;
    }
    const whole = before + text.charAt(at) + after;
    // The whole run is figures and this letter, one of them beside it, and a unit follows that no model number has.
    if (!/^[\dlI]+(?:\.[\dlI]+)?[年月日人个元万亿户亩米吨次名所处项%]$/u.test(whole)) return;
    if (!/\d[lI]|[lI]\d/u.test(whole) || /[lI]/u.test(before)) return;
    const fixed = whole.replaceAll(/[lI]/gu, '1');
    report(at - before.length, at + 1 + after.length, `“${whole}”中的字母疑为数字1。`, { replacement: fixed });
  },
});
