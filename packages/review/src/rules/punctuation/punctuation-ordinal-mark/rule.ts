import { defineRule } from '../../../rule.ts';

const HAN = '一二三四五六七八九十';

/** A comma or a stop after a Chinese ordinal (汉字数字序次语后的标点): 一，概况. */
export const rule = defineRule({
  id: 'punctuation-ordinal-mark',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.3.2',
  title: '汉字数字序次语后用顿号',
  summary: '不带括号的汉字数字“一”“二”作序次语时后面用顿号，不用逗号、句号、下脚点。',
  why: '序次语的标点各有定式，用错会使层次看不清。',
  silent: '只查段首和标题首；“第一，”“其一，”等另有定式，不报。',
  covers: ['LN-PUN-06'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading'],
  words: [...HAN].flatMap((digit) => ['，', '。', '.', '．', ',', '·'].map((mark) => digit + mark)),
  checkWord({ text, start, end: limit }, at, end, report) {
    let from = at;
    while (from > start && HAN.includes(text.charAt(from - 1))) from -= 1;
    if (from !== start || end - from > 4 || end >= limit) return;
    const next = text.charAt(end);
    if (!/[\u4e00-\u9fff“《\s]/u.test(next) || (text[end - 1] === '·' && HAN.includes(next))) return;
    const ordinal = text.slice(from, end - 1);
    report(from, end, '汉字数字序次语后宜用顿号。', { replacement: `${ordinal}、` });
  },
});
