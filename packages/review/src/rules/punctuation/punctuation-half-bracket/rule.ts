import { defineRule } from '../../../rule.ts';

const REACH = 80;

/** A round bracket of one width closed by the other (括号全角半角不配): (原名乙场）. */
export const rule = defineRule({
  id: 'punctuation-half-bracket',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '一对括号全角半角一致',
  summary: '一对圆括号前一半半角、后一半全角，或反过来的，建议都改为全角。',
  why: '前后两半宽窄不同，版面参差，查找替换时也会漏掉。',
  silent: '前后都是半角的不报；括号里没有汉字的、序次语“1）”不报；全书都这样的只提示一次。',
  covers: ['LN-PUN-44'],
  exempt: ['title', 'errata'],
  habit: 5,
  on: '(（',
  check({ text, start, end }, at, report) {
    if (at + 1 >= end) return;
    const to = Math.min(end, at + REACH);
    let close = at + 1;
    while (close < to && !isBracket(text.charCodeAt(close))) close += 1;
    const wanted = text[at] === '(' ? '）' : ')';
    if (close >= to || text[close] !== wanted) return;
    const inner = text.slice(at + 1, close);
    if (!HAN.test(inner) || /[\n\t]/u.test(inner) || (at > start && text[at - 1] === ']')) return;
    report(at, close + 1, '一对括号一半全角一半半角，建议都用全角。', { replacement: `（${inner}）` });
  },
});

const HAN = /[\u4e00-\u9fff]/u;

function isBracket(code: number): boolean {
  return code === 0x28 || code === 0x29 || code === 0xff08 || code === 0xff09;
}
