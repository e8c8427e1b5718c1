import { defineRule } from '../../../rule.ts';

const REACH = 60;

/** A bracketed note between two stops (括注前后都有句号): …。（…）。 */
export const rule = defineRule({
  id: 'punctuation-bracket-stop',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.8',
  title: '句内括号放在句号前',
  summary: '括注前后都有句号的（…。（…）。），前一个句号多余，括注应紧跟被注的话放在句号之前。',
  why: '括注说明的是前面的话，被句号隔开就失去了依附。',
  silent: '括号里自成一句、句号在括号内的，以及括号后没有句号的不报。',
  covers: ['LN-PUN-21'],
  exempt: ['title', 'verbatim', 'errata'],
  words: ['。（'],
  checkWord({ text, end: limit }, at, end, report) {
    const to = Math.min(limit - 1, end + REACH);
    let close = end;
    while (close < to && text[close] !== '）' && text[close] !== '（') close += 1;
    if (close >= to || text[close] !== '）' || text[close + 1] !== '。') return;
    const inner = text.slice(end, close);
    if (/[。；：！？]/u.test(inner) || /^[\d一二三四五六七八九十]{1,2}$/u.test(inner)) return;
    report(at, close + 2, '括注前后都有句号，前一个建议删去。', { replacement: `（${inner}）。` });
  },
});
