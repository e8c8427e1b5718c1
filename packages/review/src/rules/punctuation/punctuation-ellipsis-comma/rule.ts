import { defineRule } from '../../../rule.ts';

/** A comma beside an ellipsis (省略号前后多点号). */
export const rule = defineRule({
  id: 'punctuation-ellipsis-comma',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.2.4',
  title: '省略号前后不用顿号、逗号',
  summary: '列举未尽时末项后直接用省略号，省略号前不用顿号、逗号，后面不用顿号。',
  why: '省略号已表示停顿和未尽，点号多余。',
  silent: '引文、书名里的和单个“…”不报。',
  covers: ['LN-PUN-14'],
  exempt: ['quotation', 'title', 'errata'],
  words: ['、……', '，……', '……、'],
  checkWord(_passage, at, end, report) {
    report(at, end, '省略号旁多用了点号，建议删去。', { replacement: '……' });
  },
});
