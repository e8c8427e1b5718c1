import { defineRule } from '../../../rule.ts';

const UNIT_AFTER = /^(?:千[克瓦米伏帕焦卡赫字周安乏升牛吨册比公分亿兆]|百[分帕货姓年事科度家亿万强佳优])/u;

/** Arabic digits with 千 or 百 (阿拉伯数字与“千”“百”混写): 4千人. */
export const rule = defineRule({
  id: 'numerals-thousand-hundred',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.3',
  title: '阿拉伯数字不与“千”“百”合用',
  summary: '阿拉伯数字可与“万”“亿”合用，不与“千”“百”合用，如“4千人”应作“4000人”。',
  why: '“千”“百”不是标准许可与阿拉伯数字连用的数级，写全数才便于比较。',
  silent: '“千克”“千瓦”“百分”等单位和词语、“百亿亿次”一类算力单位、引文和书名里的不报。',
  covers: ['LN-NUM-22'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  on: '千百',
  check({ text, start, end }, at, report) {
    const last = text.charCodeAt(at - 1);
    if (at === start || last < 0x30 || last > 0x39) return;
    const isLarge = text[at + 1] === '万' || text[at + 1] === '亿';
    if (!(isLarge && text[at + 2] !== '亿') && UNIT_AFTER.test(text.slice(at, Math.min(end, at + 2)))) return;
    const digits = /(?<![\d.A-Za-z\-:])\d+(?:\.\d+)?$/u.exec(text.slice(Math.max(start, at - 10), at))?.[0];
    if (digits === undefined) return;
    const from = at - digits.length;
    // 3万5千: the whole number has to be written anew.
    const isTail = from > start && /[万亿]/u.test(text.charAt(from - 1));
    const value = Math.round(Number(digits) * (text[at] === '千' ? 1000 : 100) * 1e6) / 1e6;
    const tidy = Number.isInteger(value) && !isTail && !/[一二三四五六七八九\d]/u.test(text.charAt(at + 1));
    report(from, at + 1, `阿拉伯数字与“${text.charAt(at)}”合用，建议写出全数。`, {
      replacement: tidy ? String(value) : undefined,
    });
  },
});
