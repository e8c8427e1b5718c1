import { defineRule } from '../../../rule.ts';

/** Last characters of laws and certificates, which official documents list with the comma. */
const OFFICIAL = new Set('法例定则证书照典'.split(''));

/** An enumeration comma between titles (书名号并列之间的顿号): 《甲》、《乙》. */
export const rule = defineRule({
  id: 'punctuation-title-comma',
  family: 'punctuation',
  severity: 'info',
  norm: 'gbt15834-2011',
  clause: '4.5.3.5',
  title: '书名号并列之间通常不用顿号',
  summary: '标有书名号的并列成分之间通常不用顿号（《甲》《乙》）。',
  why: '书名号本身已把并列成分隔开，2011年版标准通常不再加顿号。',
  silent:
    '并列的是法律、法规、证照名称的（公文习惯保留顿号），书名号后另有括注的，引文里的不报；全书都用顿号的只提示一次。',
  covers: ['LN-PUN-03', 'OLD-01'],
  exempt: ['verbatim', 'quotation', 'errata'],
  habit: 5,
  words: ['》、《'],
  checkWord({ text, end: limit }, at, end, report) {
    const next = text.slice(end, Math.min(limit, end + 60));
    const close = next.indexOf('》');
    if (OFFICIAL.has(text.charAt(at - 1)) || (close > 0 && OFFICIAL.has(next.charAt(close - 1)))) return;
    report(at, end, '书名号并列之间通常不用顿号。', { replacement: '》《' });
  },
});
