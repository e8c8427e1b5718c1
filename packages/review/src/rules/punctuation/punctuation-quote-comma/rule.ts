import { defineRule } from '../../../rule.ts';

/** An enumeration comma between quoted items (引号并列之间的顿号): “日”、“月”. */
export const rule = defineRule({
  id: 'punctuation-quote-comma',
  family: 'punctuation',
  severity: 'info',
  norm: 'gbt15834-2011',
  clause: '4.5.3.5',
  title: '引号并列之间通常不用顿号',
  summary: '标有引号的并列成分之间通常不用顿号（“日”“月”）。',
  why: '引号本身已把并列成分隔开。',
  silent: '引号后另有括注的可用顿号，不报。',
  covers: ['LN-PUN-02'],
  off: '标准用“通常”，学界有异议，各出版社做法不一；体例要求不用顿号的再启用。',
  exempt: ['verbatim', 'errata'],
  habit: 20,
  words: ['”、“'],
  checkWord(_passage, at, end, report) {
    report(at, end, '引号并列之间通常不用顿号。', { replacement: '”“' });
  },
});
