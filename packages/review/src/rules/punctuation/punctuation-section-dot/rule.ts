import { defineRule } from '../../../rule.ts';

const SECTION = /^\d{1,2}(?:\.\d{1,2}){1,3}$/u;

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
  exempt: [],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading'],
  on: '.、．',
  check({ text, start, end }, at, report) {
    if (at - start < 3 || at - start > 11 || at + 1 >= end || isDigit(text.charCodeAt(at + 1))) return;
    const number = text.slice(start, at);
    if (!SECTION.test(number) || !/[\u4e00-\u9fff\s“《]/u.test(text.charAt(at + 1))) return;
    report(start, at + 1, '章节编号末位数字后不加点。', { replacement: number });
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
