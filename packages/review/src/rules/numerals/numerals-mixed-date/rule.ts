import { defineRule } from '../../../rule.ts';

const HAN_YEAR = /(?<![〇○零一二三四五六七八九十])[一二][〇○零一二三四五六七八九]{3}$/u;
const ARABIC_YEAR = /(?<!\d)(?:1[6-9]|20)\d\d$/u;
const HAN_DAY =
  /(?:十[一二]?|[一二三四五六七八九])月(?:(?:[一二]?十[一二三四五六七八九]?|二十|三十一?|[一二三四五六七八九])日)?/uy;

/** One date in both kinds of numerals (同一日期数字混形): 二〇〇八年8月8日, 2008年八月八日. */
export const rule = defineRule({
  id: 'numerals-mixed-date',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '4.3',
  title: '同一日期内数字形式一致',
  summary: '同一个日期里年、月、日用同一种数字，“二〇〇八年8月8日”“2008年八月八日”建议统一为阿拉伯数字。',
  why: '同一处的同类数字两种写法并用，读者会疑心是公历与农历相混。',
  silent: '后面是农历日（初一、廿三、中秋等）的不报；引文、书名里的不报。',
  covers: ['LN-NUM-09'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  words: [
    ...[...'〇零○一二三四五六七八九'].map((digit) => `${digit}年`),
    ...[...'一二三四五六七八九十'].map((digit) => `年${digit}`),
  ],
  checkWord({ text, start, end }, at, wordEnd, report) {
    if (text[at] !== '年') {
      const month = /^\d{1,2}月(?:\d{1,2}日)?/u.exec(text.slice(wordEnd, Math.min(end, wordEnd + 6)))?.[0];
      if (month === undefined) return;
      const year = HAN_YEAR.exec(text.slice(Math.max(start, at - 4), at + 1))?.[0];
      if (year === undefined) return;
      report(at + 1 - year.length, wordEnd + month.length, '同一日期里年用汉字、月日用阿拉伯数字，建议统一。');
      return;
    }
    const year = ARABIC_YEAR.exec(text.slice(Math.max(start, at - 5), at))?.[0];
    if (year === undefined) return;
    HAN_DAY.lastIndex = at + 1;
    const day = HAN_DAY.exec(text)?.[0];
    if (day === undefined || at + 1 + day.length > end) return;
    const after = text.slice(at + 1 + day.length, at + 3 + day.length);
    if (
      !day.endsWith('日') &&
      /^(?:[初廿卅十二三半底上中下间]|[一二三四五六七八九端重]|革命|起义|政变|庙会)/u.test(after)
    )
      return;
    report(at - year.length, at + 1 + day.length, '同一日期里年用阿拉伯数字、月日用汉字，建议统一。');
  },
});
