import { defineRule } from '../../../rule.ts';

/** A mark at the end of a heading (标题末尾的标点): 【概况。】. */
export const rule = defineRule({
  id: 'punctuation-heading-mark',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.4',
  title: '标题末尾不加标点',
  summary: '标题和条目标题末尾一般不用句号、逗号、分号、冒号、顿号。',
  why: '标题不是句子，末尾的点号还会带进目录和索引。',
  silent: '问号、叹号、省略号、括号、书名号收尾的，过长的（可能是误作标题的正文）不报。',
  covers: ['LN-PUN-40'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['heading', 'paragraph'],
  words: ['。】', '，】', '：】', '；】', '、】'],
  checkWord({ text }, at, end, report) {
    report(at, end, '条目标题末尾不加标点。', { replacement: text.charAt(end - 1) });
  },
});
