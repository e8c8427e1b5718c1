import { defineRule } from '../../../rule.ts';

const REACH = 80;

/** Round brackets within round brackets (同形括号套用): （…（…）…）. */
export const rule = defineRule({
  id: 'punctuation-nested-bracket',
  family: 'punctuation',
  severity: 'info',
  norm: 'gbt15834-2011',
  clause: '4.9.3.6',
  title: '同形括号不套用',
  summary: '括号里再用同样的括号时，里外宜用不同形式，如外层用方括号。',
  why: '同形括号套用，读者分不清后一半属于哪一层。',
  silent: '括号不成对的、序次语的括号、照录的文件不报；全书都套用的只提示一次。',
  covers: ['LN-PUN-19'],
  exempt: ['title', 'verbatim', 'errata'],
  habit: 10,
  on: '（',
  check({ text, end }, at, report) {
    const to = Math.min(end, at + REACH);
    let inner = at + 1;
    while (inner < to && text[inner] !== '）' && text[inner] !== '（') inner += 1;
    // （含《年鉴（2017）》）: the inner ones belong to a title.
    if (inner >= to || text[inner] !== '（' || text.slice(at, inner).includes('《')) return;
    let close = inner + 1;
    while (close < to && text[close] !== '）' && text[close] !== '（') close += 1;
    if (close >= to || text[close] !== '）' || /^[\d一二三四五六七八九十]{1,2}$/u.test(text.slice(inner + 1, close)))
      return;
    let outer = close + 1;
    while (outer < to && text[outer] !== '）' && text[outer] !== '（') outer += 1;
    if (outer >= to || text[outer] !== '）') return;
    report(at, outer + 1, '括号里套用了同形的括号，里外宜用不同形式。');
  },
});
