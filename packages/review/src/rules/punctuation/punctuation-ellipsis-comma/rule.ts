import { defineRule } from '../../../rule.ts';

/** A comma right before an ellipsis (省略号前多点号). */
export const rule = defineRule({
  id: 'punctuation-ellipsis-comma',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.2.4',
  title: '省略号前不用顿号、逗号',
  summary: '省略号前一般不用点号，列举未尽时末项后直接用省略号。',
  why: '省略号已表示停顿和未尽，点号多余。',
  silent: '引文、书名里的和单个“…”不报。',
  covers: ['LN-PUN-14'],
  exempt: ['quotation', 'title'],
  on: '…',
  check({ text, start }, at, report) {
    const before = text[at - 1];
    if (at === start || (before !== '、' && before !== '，') || text[at + 1] !== '…') return;
    report(at - 1, at + 2, '省略号前多用了点号，建议删去。', { replacement: '……' });
  },
});
