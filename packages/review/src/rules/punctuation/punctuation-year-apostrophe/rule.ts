import { defineRule } from '../../../rule.ts';

/** The apostrophe of a cut year on the wrong side, or with 年 (省年号位置): 98’春晚, ’98年. */
export const rule = defineRule({
  id: 'punctuation-year-apostrophe',
  family: 'punctuation',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '39',
  title: '省年号的位置',
  summary: '省年号“’”放在年份前面（’98春晚），后面不再加“年”字；正文宜写全四位年份。',
  why: '省年号代替年份的前两位，放在后面或再加“年”都不合用法。',
  silent: '角度的分、秒符号和后面不是汉字的不报。',
  covers: ['LN-PUN-43'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  on: "’‘'′",
  check({ text, start, end }, at, report) {
    const after = /^([7-9]\d|[01]\d)年/u.exec(text.slice(at + 1, Math.min(end, at + 4)));
    if (after !== null && text[at] !== '′' && !/\d/u.test(text.charAt(at - 1))) {
      report(at, at + 4, '省年号后不再加“年”字，正文宜写全四位年份。', {
        replacement: `${Number(after[1]) >= 70 ? '19' : '20'}${after[1]}年`,
      });
      return;
    }
    if (text[at] === '‘' || at - 2 < start || at + 1 >= end || !/[\u4e00-\u9fff]/u.test(text.charAt(at + 1))) return;
    const digits = /(?<![\d.°度])(?:[7-9]\d|0\d)$/u.exec(text.slice(Math.max(start, at - 3), at))?.[0];
    if (digits === undefined || /[北南东西分]/u.test(text.charAt(at + 1))) return;
    report(at - 2, at + 1, '省年号应放在年份前面。', { replacement: `’${digits}` });
  },
});
