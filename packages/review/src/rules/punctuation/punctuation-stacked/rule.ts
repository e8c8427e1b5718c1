import { defineRule } from '../../../rule.ts';

/** Question and exclamation marks in a heap (问号、叹号叠用过多): ！！！！, ？！？！！. */
export const rule = defineRule({
  id: 'punctuation-stacked',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '问号、叹号不过多叠用',
  summary: '问号或叹号叠用三个以上，或两种混在一起反复使用的，建议减去多余的。',
  why: '叠用最多三个，再多就成了口语、网帖的写法。',
  silent: '叠用不超过三个、问号后接叹号（？！）的，不报。',
  covers: ['LN-PUN-32'],
  exempt: ['errata', 'verbatim'],
  words: ['！！', '？？', '？！', '！？'],
  checkWord({ text, start: from, end: limit }, at, end, report) {
    if (at > from && isMark(text.charCodeAt(at - 1))) return;
    let to = end;
    while (to < limit && isMark(text.charCodeAt(to))) to += 1;
    const run = text.slice(at, to);
    if (/^(?:？{1,3}！{0,3}|！{1,3})$/u.test(run)) return;
    const isSame = run === run.charAt(0).repeat(run.length);
    report(at, to, '问号、叹号叠用过多，建议减去多余的。', { replacement: isSame ? run.charAt(0) : undefined });
  },
});

function isMark(code: number): boolean {
  return code === 0xff01 || code === 0xff1f;
}
