import { defineRule } from '../../../rule.ts';

const DOTS = /\.{3,6}|…+/uy;

/** Ellipsis of a wrong form (省略号形状): `...`, `。。。`, a single or tripled `…`. */
export const rule = defineRule({
  id: 'punctuation-ellipsis-form',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.11',
  title: '省略号的形式',
  summary: '省略号为六连点“……”，占两个字；整段省略可用十二连点。',
  why: '形式不对的省略号排版时会错位、拆行。',
  silent: '目录引导点、英文和数字之间的点、表中表示数值极小的“…”不报。',
  covers: ['LN-PUN-13'],
  exempt: ['title', 'errata'],
  on: '.…',
  check({ text, start, end }, at, report) {
    const isLone = text[at] !== '…' && text[at + 1] !== text[at];
    if (isLone || (at > start && text[at - 1] === text[at])) return;
    DOTS.lastIndex = at;
    const dots = DOTS.exec(text)?.[0];
    if (dots === undefined || dots === '……' || dots === '…………' || at + dots.length > end) return;
    // Leader dots of a table of contents run up to a page number; Latin text has its own three dots.
    if (
      /[\s\d.A-Za-z]/u.test(text.slice(at + dots.length, Math.min(end, at + dots.length + 1))) ||
      !HAN_OR_MARK.test(text.charAt(at - 1))
    )
      return;
    if (at === start) return;
    report(at, at + dots.length, '省略号形式有误，应为六连点“……”。', { replacement: '……' });
  },
});

const HAN_OR_MARK = /[\u4e00-\u9fff”》）、，]/u;
