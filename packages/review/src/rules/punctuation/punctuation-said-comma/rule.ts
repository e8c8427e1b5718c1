import { defineRule } from '../../../rule.ts';

const SPEAKER = /”[\u4e00-\u9fff]{1,5}[说道]：“$/u;

/** A colon after “he said” between two halves of one saying (插在引文中间的“某某说”): “好。”他说：“走吧。” */
export const rule = defineRule({
  id: 'punctuation-said-comma',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.1.5',
  title: '插在引文中间的“某某说”后用逗号',
  summary: '“某某说”插在同一个人的两段话中间时，后面用逗号，不用冒号。',
  why: '用冒号就只管后一半，前一半成了别人的话。',
  silent: '引文另起一段的、“某某说”前有其他文字的不报。',
  covers: ['LN-PUN-28'],
  exempt: ['title', 'verbatim', 'solemn', 'errata'],
  words: ['说：“', '道：“'],
  checkWord({ text, start }, at, end, report) {
    const found = SPEAKER.exec(text.slice(Math.max(start, at - 8), end))?.[0];
    if (found === undefined || /[又再接还也答问]/u.test(found)) return;
    report(end - found.length + 1, end - 1, '“某某说”插在引文中间，后面宜用逗号。', {
      replacement: `${found.slice(1, -2)}，`,
    });
  },
});
