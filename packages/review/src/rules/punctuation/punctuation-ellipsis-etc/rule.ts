import { defineRule } from '../../../rule.ts';

/** “……等”: the ellipsis and 等 both stand for what is left out (省略号与“等”并用). */
export const rule = defineRule({
  id: 'punctuation-ellipsis-etc',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'A.9.2',
  title: '省略号与“等”不并用',
  summary: '省略号与“等”“等等”作用相同，只用其一。',
  why: '两者都表示未尽，并用重复。',
  silent: '引文、书名里的不报；',
  covers: ['LN-PUN-12'],
  exempt: ['quotation', 'title', 'errata'],
  words: ['…等', '等…', '等等…'],
  checkWord({ text, start, end }, at, wordEnd, report) {
    if (text[at] === '…') {
      const from = at > start && text[at - 1] === '…' ? at - 1 : at;
      report(from, wordEnd, '省略号与“等”并用，建议只留其一。');
    } else if (at === start || text[at - 1] !== '…') {
      const to = wordEnd < end && text[wordEnd] === '…' ? wordEnd + 1 : wordEnd;
      report(at, to, '“等”与省略号并用，建议只留其一。');
    }
  },
});
