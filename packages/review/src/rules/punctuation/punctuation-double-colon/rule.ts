import { defineRule } from '../../../rule.ts';

const REACH = 14;

/** Two colons in one breath (双重冒号): 有一种观点：有人说：. */
export const rule = defineRule({
  id: 'punctuation-double-colon',
  family: 'punctuation',
  severity: 'info',
  norm: 'gbt15834-2011',
  clause: 'A.6.3',
  title: '一句之内不两用冒号',
  summary: '两个冒号紧接着用在一句里（有一种观点：有人说：……），建议把前一个改为逗号或句号。',
  why: '冒号套冒号，读者看不出各管到哪里。',
  silent: '引号、括号、时刻里的冒号，表单式的“项目：内容”和两冒号之间有别的标点的不报。',
  covers: ['LN-PUN-27'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  habit: 20,
  on: '：',
  check({ text, start, end }, at, report) {
    let next = at + 1;
    const to = Math.min(end, at + REACH);
    while (next < to && isHan(text.charCodeAt(next))) next += 1;
    if (next >= to || text[next] !== '：' || next - at < 3 || at - start < 6) return;
    const between = text.slice(at + 1, next);
    if (!/[说道认指称表写问答讲]|为$|是$|如下$|有$|包括$/u.test(between)) return;
    report(at, next + 1, '一句之内连用两个冒号，前一个建议改为逗号或句号。');
  },
});

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
