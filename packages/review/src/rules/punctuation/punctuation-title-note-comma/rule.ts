import { defineRule } from '../../../rule.ts';

/** A title with a note in brackets that runs into the next title (书名号括注后缺顿号): 《甲》（上）《乙》. */
export const rule = defineRule({
  id: 'punctuation-title-note-comma',
  family: 'punctuation',
  severity: 'info',
  norm: 'gbt15834-2011',
  clause: '4.5.3.5',
  title: '书名号后有括注的，并列时加顿号',
  summary: '并列的书名后另有括注的，括注与下一书名之间宜用顿号，如《甲》（上）、《乙》。',
  why: '没有顿号，读者分不清括注说明前一部书还是后一部书。',
  silent: '没有括注的、括注跨越标点的不报。',
  covers: ['LN-PUN-04'],
  exempt: ['verbatim', 'quotation', 'errata'],
  habit: 20,
  words: ['）《', ')《'],
  checkWord({ text, start }, at, _end, report) {
    let open = at - 1;
    while (open > start && at - open < 30 && text[open] !== '（' && text[open] !== '(' && text[open] !== '）')
      open -= 1;
    if ((text[open] !== '（' && text[open] !== '(') || open === start || text[open - 1] !== '》') return;
    report(at, at + 2, '括注与下一书名之间宜用顿号。', { replacement: `${text.charAt(at)}、《` });
  },
});
