import { defineRule } from '../../../rule.ts';

const NUMBERED = /[（([［【](\d{4})[）)\]］】](第?\d{1,4}号)$/u;

/** Year of a document number in the wrong brackets (公文年份括号): 发（2018）3号. */
export const rule = defineRule({
  id: 'punctuation-document-year',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.9.3.4',
  title: '发文字号中的年份用六角括号',
  summary: '公文发文字号中的年份用六角括号“〔〕”括注。',
  why: '文号按公文格式书写，才便于查找原件。',
  silent: '法院案号用圆括号，其后另有文字，不报；括号前不是汉字的、审图号中的不报。',
  covers: ['LN-PUN-20'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading', 'table'],
  on: '号',
  check({ text, start }, at, report) {
    const last = text.charCodeAt(at - 1);
    if (at === start || last < 0x30 || last > 0x39) return;
    const found = NUMBERED.exec(text.slice(Math.max(start, at - 12), at + 1));
    if (found === null) return;
    const open = at + 1 - found[0].length;
    // Without a Chinese character before the bracket it is not the number of an office.
    if (open === start || !/[\u4e00-\u9fff]/u.test(text.charAt(open - 1))) return;
    // The number of an approved map is another matter, and checked as a whole.
    if (/审图号[^，。；]{0,8}$/u.test(text.slice(Math.max(start, open - 14), open))) return;
    report(open, at + 1, '发文字号中的年份应当用六角括号。', { replacement: `〔${found[1]}〕${found[2]}` });
  },
});
