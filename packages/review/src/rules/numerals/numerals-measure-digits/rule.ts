import { defineRule } from '../../../rule.ts';

const UNITS = '平方米 平方公里 平方千米 立方米 公里 千米 厘米 毫米 公顷 公斤 千克 千瓦 摄氏度 毫升 海里'.split(' ');
const HAN = '一二两三四五六七八九十百千万〇零点';

/** A measured quantity of three or more Chinese numerals before a unit (计量用汉字数字): 五百二十三平方米. */
export const rule = defineRule({
  id: 'numerals-measure-digits',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.1.1',
  title: '计量用阿拉伯数字',
  summary: '带计量单位的具体数值用阿拉伯数字，用汉字数字写出的（如“五百二十三平方米”）建议改写。',
  why: '计量数值用阿拉伯数字醒目、便于核算，全书也才一致。',
  silent: '概数（几十公里、三四米）、整十整百整千的数、引文和书名里的数不报。',
  covers: ['LN-NUM-01'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn', 'errata'],
  words: UNITS.flatMap((unit) => [...'一二三四五六七八九'].map((digit) => digit + unit)),
  checkWord({ text, start }, last, _end, report) {
    const at = last + 1;
    let from = last;
    while (from > start && HAN.includes(text.charAt(from - 1))) from -= 1;
    const number = text.slice(from, at);
    if (number.length < 3 || !EXACT.test(number)) return;
    if (from > start && /[几数上余多\d.第]/u.test(text.charAt(from - 1))) return;
    report(from, at, `“${number}”是带计量单位的数值，建议用阿拉伯数字。`);
  },
});

/** 五百二十三, 二十五, 三百零六, 一点二五: tens or a point, and something after them. */
const EXACT =
  /^(?:[一二两三四五六七八九](?:万|千|百)[零〇]?)*[一二三四五六七八九]?十?[一二三四五六七八九](?:点[〇零一二三四五六七八九]+)?$/u;
