import { defineRule } from '../../../rule.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };
const HAN_LEFT = /[\u4e00-\u9fff”》）]/u;
const HAN_RIGHT = /[\u4e00-\u9fff“《（]/u;

/** A half-width mark between Chinese characters (中文之间用了半角标点). */
export const rule = defineRule({
  id: 'punctuation-half-width',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '中文之间不用半角标点',
  summary:
    '前后都是汉字的逗号、句号、分号、冒号、问号、叹号用全角，汉字与年份之间的也是。其余数字、字母旁边的半角标点不在此列。',
  exempt: [],
  on: ',;:?!.',
  check({ text, start, end }, at, report) {
    if (at === start || at + 1 >= end) return;
    if (!HAN_LEFT.test(text.charAt(at - 1))) return;
    if (!HAN_RIGHT.test(text.charAt(at + 1)) && !startsYear(text, at)) return;
    // 一.概况 and 表一.1 are numbering, not the end of a sentence.
    if (text[at] === '.' && (/[一二三四五六七八九十图表第号]/u.test(text.charAt(at - 1)) || at - start < 4)) return;
    report(at, at + 1, '中文之间用了半角标点，建议改为全角。', { replacement: FULL[text.charAt(at)] });
  },
});

/** A comma or a full stop typed half-width before a year: 更名,1986年. */
function startsYear(text: string, at: number): boolean {
  return (text[at] === ',' || text[at] === '.') && YEAR.test(text.slice(at + 1, at + 6));
}

const YEAR = /^\d{4}年/u;
