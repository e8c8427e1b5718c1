import { defineRule } from '../../../rule.ts';

/** Where a quotation may reach: far enough for a sentence. */
const REACH = 120;

/** The stop of an independent quotation outside its marks (独立引文的句号): 云：“…”。 */
export const rule = defineRule({
  id: 'punctuation-quote-stop',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.2.1',
  title: '独立引文的句号放在引号内',
  summary: '由冒号引起、自成一句的引文，句末点号放在后引号之内（古人云：“多行不义必自毙。”）。',
  why: '引文是完整的一句，句号属于引文。',
  silent: '引文是短语或几段引文并列的、涉及领导人和中央的句子不报，只查“说：”“云：”“曰：”“道：”之后五字以上的话。',
  covers: ['LN-PUN-15'],
  exempt: ['title', 'verbatim', 'solemn', 'errata'],
  words: ['说：“', '云：“', '曰：“', '道：“', '写道：“', '指出：“'],
  checkWord({ text, end: limit }, _at, end, report) {
    let close = end;
    const to = Math.min(limit, end + REACH);
    while (close < to && text[close] !== '”' && text[close] !== '“') close += 1;
    if (close >= to || text[close] !== '”' || text[close + 1] !== '。') return;
    const inner = text.slice(end, close);
    if (inner.length < 5 || /[。！？…：、]$/u.test(inner) || /[。：]/u.test(inner)) return;
    report(close, close + 2, '独立成句的引文，句号宜放在后引号之内。', { replacement: '。”' });
  },
});
