import { DOUBLED_MARKS } from '../../../punctuation/doubled-marks.ts';
import { defineRule } from '../../../rule.ts';

/** The same mark twice (点号重复): 。。, ，，. */
export const rule = defineRule({
  id: 'punctuation-doubled',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.11',
  title: '点号不重复',
  summary: '同一个点号连用两次以上的（，，或。。），删去多余的；连写三个以上句号表示省略的改为“……”。',
  why: '多为输入、合并时留下的重复，读者会以为中间脱了字。',
  silent: '省略号、破折号本由两字组成，不报；叹号、问号叠用不报。',
  covers: ['LN-PUN-13'],
  exempt: ['errata'],
  words: DOUBLED_MARKS,
  checkWord({ text, start, end: limit }, at, end, report) {
    if (at > start && MARKS.has(text.charAt(at - 1))) return;
    let to = end;
    while (to < limit && MARKS.has(text.charAt(to))) to += 1;
    if (to < limit && text[to] === '…') return;
    const run = text.slice(at, to);
    const isEllipsis = /^。{3,6}$/u.test(run);
    const isSame = run === run.charAt(0).repeat(run.length);
    report(at, to, isEllipsis ? '省略号形式有误，应为六连点“……”。' : '点号重复，建议删去多余的。', {
      replacement: isEllipsis ? '……' : isSame ? run.charAt(0) : undefined,
    });
  },
});

const MARKS = new Set('。，、；：');
