import { defineRule } from '../../../rule.ts';

const REACH = 60;

/** Straight or Western quotation marks around Chinese words (中文用了直引号): "文明村". */
export const rule = defineRule({
  id: 'punctuation-straight-quote',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: '4.8.3.4',
  title: '中文用弯引号',
  summary: '中文词语前后的直引号（"文明村"，单的同此）建议改为弯引号“文明村”。',
  why: '直引号不分前后，半角占位，也无从查出缺了哪一半。',
  silent: '英文、代码、尺寸符号和不成对的直引号不报；全书都用直引号的只提示一次。',
  covers: ['LN-PUN-44'],
  exempt: ['title', 'errata'],
  habit: 20,
  on: `"'`,
  check({ text, start, end }, at, report) {
    if (at + 2 >= end || !isHan(text.charCodeAt(at + 1))) return;
    const mark = text.charAt(at);
    // The closing one of a pair that began before is told with its opening.
    let earlier = 0;
    for (let place = at - 1; place >= start && at - place < 400; place -= 1) if (text[place] === mark) earlier += 1;
    if (earlier % 2 === 1) return;
    const to = Math.min(end, at + REACH);
    let close = at + 1;
    while (close < to && text[close] !== mark && text[close] !== '“' && text[close] !== '”') close += 1;
    if (close >= to || text[close] !== mark) return;
    const inner = text.slice(at + 1, close);
    // Single ones stand within “ ” that is open; alone they are quotation marks of the outer kind.
    const isInner = mark === "'" && /“[^”]*$/u.test(text.slice(Math.max(start, at - REACH), at));
    report(at, close + 1, '中文用了直引号，建议改为弯引号。', { replacement: isInner ? `‘${inner}’` : `“${inner}”` });
  },
});

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
