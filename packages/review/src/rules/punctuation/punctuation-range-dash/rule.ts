import { defineRule } from '../../../rule.ts';

const LEFT = /(?<![\d.])((?:1[5-9]|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?)$/u;
const RIGHT = /——((?:1[5-9]|20)?\d\d年|\d{1,2}[月日])/uy;

/** A two-em dash between the ends of a period (两字线作连接号): 1998——2003年. */
export const rule = defineRule({
  id: 'punctuation-range-dash',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: '4.13.3.2',
  title: '起止不用破折号',
  summary: '时间的起止用一字线“—”，不用两字长的破折号“——”。',
  why: '2011年版标准的连接号只有短横线、一字线、浪纹线，两字线是破折号。',
  silent: '两边不都是日期的、作解释说明的破折号不报；照录的文件不报。',
  covers: ['LN-PUN-36', 'OLD-05'],
  exempt: ['title', 'verbatim', 'errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  words: ['——'],
  checkWord({ text, start, end: limit }, at, _end, report) {
    if (at === start || !/[\d年月日]/u.test(text.charAt(at - 1))) return;
    const left = LEFT.exec(text.slice(Math.max(start, at - 12), at))?.[1];
    if (left === undefined) return;
    RIGHT.lastIndex = at;
    const right = RIGHT.exec(text);
    if (right === null || at + right[0].length > limit) return;
    report(at - left.length, at + right[0].length, '时间起止用了破折号，建议改用一字线。', {
      replacement: `${left}—${right[1]}`,
    });
  },
});
