import { defineRule } from '../../../rule.ts';

const MARKS = '。，；：、,;:';

/** A stop at the end of a heading line (标题行末尾的标点). */
export const rule = defineRule({
  id: 'punctuation-heading-stop',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.4',
  title: '标题行末尾不加标点',
  summary: '篇、章、节、目和分目的标题行末尾不用句号、逗号、分号、冒号、顿号。',
  why: '标题不是句子，末尾的点号还会带进目录。',
  silent: '问号、叹号收尾的，三十字以上或中间另有句号的（可能是误作标题的正文）不报。',
  covers: ['LN-PUN-40'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['heading'],
  checkPassage({ text, start, end }, report) {
    if (end - start > 30 || end - start < 3 || !MARKS.includes(text.charAt(end - 1))) return;
    const line = text.slice(start, end - 1);
    if (/[。；！？]/u.test(line)) return;
    report(end - 2, end, '标题末尾不加标点。', { replacement: text.charAt(end - 2) });
  },
});
