import { defineRule } from '../../../rule.ts';

const CUE = /(?:比例尺?|配比|之比|比率|比值|坡比|坡度|按|为|达|成)[^，。；：\d]{0,6}$/u;
/** 粮经比达到4：6; 同上年相比 is no ratio. */
const DIRECT = /[\u4e00-\u9fff](?<![相对同与])比(?:达到?|为|约为|是)?$/u;
const THIRD = /^[\d.]+：\d/u;
const NAMED = /(?:比例尺?|配比|之比|比率|比值|坡比|坡度|性别比|师生比)/u;

/** A full-width colon in a ratio (比号误作冒号): 比例尺1：500. */
export const rule = defineRule({
  id: 'punctuation-ratio',
  family: 'punctuation',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '31',
  title: '比号不用冒号',
  summary: '比例、比例尺里两数之间用比号“∶”，不用全角冒号。',
  why: '全角冒号偏在左下，易与时刻、提示语的冒号相混。',
  silent: '时刻、比分、三项连比（三次产业比例）和半角冒号不报，只查前面有“比例”“之比”“坡比”等字样的。',
  covers: ['LN-PUN-29'],
  exempt: ['title', 'errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading', 'table', 'caption'],
  on: '：',
  check({ text, start, end }, at, report) {
    if (at === start || at + 1 >= end || !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return;
    const before = text.slice(Math.max(start, at - 18), at);
    const left = /(?<![\d.])(?:\d+(?:\.\d+)?：)?\d+(?:\.\d+)?$/u.exec(before);
    if (left === null) return;
    // 26：48：26 of the three industries is printed with colons everywhere.
    if (left[0].includes('：') || THIRD.test(text.slice(at + 1, Math.min(end, at + 12)))) return;
    const cue = before.slice(0, left.index);
    const right = /^[\d.]+/u.exec(text.slice(at + 1, Math.min(end, at + 12)))?.[0] ?? '';
    const isScale = /(?:^|\D)1$/u.test(before) && /^[1-9]\d*00$/u.test(right);
    if (!isScale && !DIRECT.test(cue) && !(NAMED.test(cue) && CUE.test(cue))) return;
    report(at, at + 1, '比例中的“：”宜用比号“∶”。', { replacement: '∶' });
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
