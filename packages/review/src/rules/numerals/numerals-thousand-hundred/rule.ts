import { defineRule } from '../../../rule.ts';

const UNIT_AFTER = /^(?:千[克瓦米伏帕焦卡赫字周安乏升牛吨册比公分]|百[分帕货姓年事])/u;

/** Arabic digits with 千 or 百 (阿拉伯数字与“千”“百”混写): 4千人. */
export const rule = defineRule({
  id: 'numerals-thousand-hundred',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.3',
  title: '阿拉伯数字不与“千”“百”合用',
  summary: '阿拉伯数字可与“万”“亿”合用，不与“千”“百”合用。“千克”“千瓦”等单位不在此列。',
  exempt: ['quotation', 'title', 'solemn'],
  on: '千百',
  check({ text, start, end }, at, report) {
    if (at === start || !/\d/u.test(text.charAt(at - 1))) return;
    if (UNIT_AFTER.test(text.slice(at, Math.min(end, at + 2)))) return;
    const digits = /(?<![\d.A-Za-z\-:])\d+(?:\.\d+)?$/u.exec(text.slice(Math.max(start, at - 10), at))?.[0];
    if (digits === undefined) return;
    const value = Math.round(Number(digits) * (text[at] === '千' ? 1000 : 100) * 1e6) / 1e6;
    report(at - digits.length, at + 1, `阿拉伯数字与“${text.charAt(at)}”合用，建议写出全数。`, {
      replacement: Number.isInteger(value) ? String(value) : undefined,
    });
  },
});
