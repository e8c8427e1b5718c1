import { defineRule } from '../../../rule.ts';

/** A line that is a caption though it is laid out as a paragraph: 图5：城区一角. */
const CAPTION = /^[图表照](?:片)?\d{1,3}(?:-\d{1,3})?[\s：:　]/u;

/** A full stop at the end of a caption phrase (图表题末尾的句号). */
export const rule = defineRule({
  id: 'punctuation-caption-stop',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.1',
  title: '图题、表题末尾不用句号',
  summary: '图或表的短语式说明文字末尾不用句号，中间有逗号的也不用。',
  why: '短语式的说明不是句子，各图各表也应一致。',
  silent: '说明文字里另有句号、自成一段话的不报。',
  covers: ['LN-PUN-30', 'CONS-12'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['caption', 'paragraph'],
  checkPassage({ text, start, end, block }, report) {
    if (text.charCodeAt(end - 1) !== 0x3002 || end - start < 3) return;
    if (block.kind !== 'caption' && !CAPTION.test(text.slice(start, Math.min(end, start + 6)))) return;
    const stop = text.indexOf('。', start);
    if (stop !== end - 1 || end - start > 40 || text.slice(start, end).includes('；')) return;
    report(end - 2, end, '图题、表题末尾不用句号。', { replacement: text.charAt(end - 2) });
  },
});
