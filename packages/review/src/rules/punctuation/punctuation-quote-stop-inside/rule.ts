import { defineRule } from '../../../rule.ts';

const REACH = 16;

/** A stop inside the marks of a quoted phrase (非独立引文的句号): 称其“质量可靠。” */
export const rule = defineRule({
  id: 'punctuation-quote-stop-inside',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.2.1',
  title: '非独立引文的句号放在引号外',
  summary: '引文只是句子的一个成分时，句号放在后引号之外（称赞其“质量可靠”。）。',
  why: '句号属于全句，不属于引用的词语。',
  silent: '前引号前有冒号、逗号、句号的，引文超过十几字的，后面还有句号的不报。',
  covers: ['LN-PUN-16'],
  exempt: ['title', 'verbatim', 'solemn', 'errata'],
  words: ['。”'],
  checkWord({ text, start, end: limit }, at, end, report) {
    let open = at - 1;
    while (open > start && at - open < REACH && text[open] !== '“' && text[open] !== '”' && text[open] !== '。')
      open -= 1;
    if (text[open] !== '“' || open === start || at - open < 3) return;
    // 说“好。” may be a whole sentence without its colon.
    if (!/[\u4e00-\u9fff]/u.test(text.charAt(open - 1)) || /[说道问答云曰喊叫唱念呼]/u.test(text.charAt(open - 1)))
      return;
    if (/[，；：？！]/u.test(text.slice(open + 1, at))) return;
    if (end < limit && /[。，；、）]/u.test(text.charAt(end))) return;
    report(at, end, '引文只是句子的一部分，句号宜放在后引号之外。', { replacement: '”。' });
  },
});
