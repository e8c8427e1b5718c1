import { defineRule } from '../../../rule.ts';

const SECTION = /^(\d{1,2}(?:\.\d{1,2}){1,3})[.、．][\u4e00-\u9fff\s“《]/u;

/** A mark after a section number of several levels (章节编号末尾多点): 4.1.2. */
export const rule = defineRule({
  id: 'punctuation-section-dot',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.3.5',
  title: '章节编号末位后不加点',
  summary: '“4.1.2”一类章节编号，下脚点只用在数字之间，末位数字后不再加点或顿号。',
  why: '末位后加点，编号与正文的数字容易连读。',
  silent: '只查段首和标题首；单级的“1.”另有定式，不报。',
  covers: ['LN-PUN-09'],
  exempt: ['errata'],
  habit: 5,
  blocks: ['paragraph', 'note', 'heading'],
  checkPassage({ text, start, end }, report) {
    const first = text.charCodeAt(start);
    if (first < 0x31 || first > 0x39) return;
    const number = SECTION.exec(text.slice(start, Math.min(end, start + 14)))?.[1];
    if (number === undefined) return;
    report(start, start + number.length + 1, '章节编号末位数字后不加点。', { replacement: number });
  },
});
