import { defineRule } from '../../../rule.ts';

const REACH = 12;

/** 和 after a middle dot in a title of several fields (间隔号列举后加“和”): 外事·侨务·和港澳台. */
export const rule = defineRule({
  id: 'punctuation-dot-and',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'A.12',
  title: '间隔号列举的标题不再加“和”',
  summary: '标题中用间隔号隔开几个并列的词语时，末项前不再用“和”“与”。',
  why: '间隔号已经表示并列，再加连词重复。',
  silent: '正文里前面没有别的间隔号的（“四季·和美乡村”一类名称）不报。',
  covers: ['LN-PUN-46'],
  exempt: ['errata'],
  blocks: ['heading', 'paragraph', 'note', 'caption'],
  words: ['·和', '·与', '·及', '·暨'],
  checkWord({ text, start, block }, at, end, report) {
    const isTitle = block.kind === 'heading' || block.kind === 'caption';
    const before = text.slice(Math.max(start, at - REACH), at);
    if (!/[\u4e00-\u9fff]$/u.test(before) || !/[\u4e00-\u9fff]/u.test(text.charAt(end))) return;
    if (!isTitle && !before.includes('·')) return;
    if (/^(?:和平|和美|和谐|和田|与会|及时)/u.test(text.slice(at + 1, at + 3))) return;
    report(at, end, '间隔号已表示并列，后面的连词建议删去。', { replacement: '·' });
  },
});
