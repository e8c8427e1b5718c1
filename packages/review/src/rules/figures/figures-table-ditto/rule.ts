import { defineRule } from '../../../rule.ts';

/** 同上, 同左 or 〃 for a whole cell (表内同上). */
export const rule = defineRule({
  id: 'figures-table-ditto',
  family: 'figures',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表内不用“同上”“〃”',
  summary: '表格单元里以“同上”“同左”“〃”代替内容的，应写出内容或合并单元格。',
  why: '表格拆页、摘录后“同上”无所指。',
  silent: '单元里另有文字的不报。',
  covers: ['YB-TAB-10'],
  habit: 20,
  exempt: ['errata'],
  blocks: ['table'],
  on: '〃同',
  check({ text, start, end }, at, report) {
    const length = text[at] === '〃' ? 1 : text[at + 1] === '上' || text[at + 1] === '左' ? 2 : 0;
    if (length === 0) return;
    const before = at === start ? '\n' : text.charAt(at - 1);
    const after = at + length >= end ? '\n' : text.charAt(at + length);
    if (!/[\t\n]/u.test(before) || !/[\t\n]/u.test(after)) return;
    report(at, at + length, '表内请写出内容或合并单元格。');
  },
});
