import { defineRule } from '../../../rule.ts';

const REACH = 600;

/** Two sets of ordinals in one list (序次语混用): 首先…其次…第三. */
export const rule = defineRule({
  id: 'punctuation-ordinal-mixed',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.3.8',
  title: '序次语不混用',
  summary: '“首先、其次、再次、最后”与“第一、第二、第三”是两套序次语，同一列举里只用一套。',
  why: '两套并用，读者不知道有几项、谁属于谁。',
  silent: '两套各自成列的、引文和照录的文件不报。',
  covers: ['LN-PUN-48'],
  exempt: ['quotation', 'verbatim', 'solemn', 'errata'],
  words: ['第三，', '其次，'],
  checkWord({ text, start }, at, end, report) {
    const before = text.slice(Math.max(start, at - REACH), at);
    if (/[第其]/u.test(text.charAt(at - 1))) return;
    const isThird = text[at] === '第';
    const mixed = isThird
      ? /首先，/u.test(before) && /其次，/u.test(before) && !/第[一二]，/u.test(before)
      : /第一，/u.test(before) && !/首先|第二，/u.test(before);
    if (mixed) report(at, end, '序次语混用了两套，建议统一。');
  },
});
