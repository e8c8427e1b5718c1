import { defineRule } from '../../../rule.ts';

/** Words that begin with 等 and so may follow a comma of their own: 等级、等待 …. */
const WORD_TAIL = new Set('级待效离同额量于候价温压距');

/** “、等”: the enumeration comma before 等 (“等”前多顿号). */
export const rule = defineRule({
  id: 'punctuation-etc-comma',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.1.2',
  title: '“等”前不用顿号',
  summary: '列举之后的“等”直接跟在末项后面，前面不用顿号。',
  why: '“等”与末项之间没有停顿。',
  silent: '“等级”“等待”等词、引文和书名里的不报。',
  covers: ['LN-PUN-11'],
  exempt: ['quotation', 'title', 'errata'],
  words: ['、等'],
  checkWord({ text, end }, at, wordEnd, report) {
    if (wordEnd < end && WORD_TAIL.has(text.charAt(wordEnd))) return;
    report(at, wordEnd, '“等”前多用了顿号，建议删去。', { replacement: '等' });
  },
});
