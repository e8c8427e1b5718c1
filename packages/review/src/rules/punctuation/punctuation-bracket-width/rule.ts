import { defineRule } from '../../../rule.ts';

const REACH = 60;

/** Half-width brackets round Chinese words (中文用了半角括号): (原名乙场). */
export const rule = defineRule({
  id: 'punctuation-bracket-width',
  family: 'punctuation',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '中文用全角括号',
  summary: '括号里是汉字而前后两半都是半角的，建议改为全角，全书只提示一次。',
  why: '全角、半角混用，版面参差，查找替换时会漏掉。',
  silent: '序次语“(一)”、链接、英文和公式中的括号，不报。',
  covers: ['LN-PUN-44'],
  off: '许多电子稿一律用半角括号，由排版统一转换，默认不报。',
  exempt: ['title', 'verbatim', 'errata'],
  habit: 1,
  on: '(',
  check({ text, start, end }, at, report) {
    if (at === start || !isHan(text.charCodeAt(at - 1))) return;
    const to = Math.min(end, at + REACH);
    let close = at + 1;
    while (close < to && !BRACKETS.has(text.charAt(close))) close += 1;
    if (close >= to || text[close] !== ')') return;
    const inner = text.slice(at + 1, close);
    if (!/[\u4e00-\u9fff]/u.test(inner) || /^[一二三四五六七八九十]{1,3}$/u.test(inner)) return;
    report(at, close + 1, '中文用了半角括号，建议改为全角。', { replacement: `（${inner}）` });
  },
});

const BRACKETS = new Set('()（）\n\t');

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
