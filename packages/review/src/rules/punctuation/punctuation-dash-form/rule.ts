import { defineRule } from '../../../rule.ts';

const DASH = /-{2,}|－{2,}|–{2,}|—{3,}/uy;

/** A dash made of hyphens (破折号的形式): --. */
export const rule = defineRule({
  id: 'punctuation-dash-form',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.10',
  title: '破折号的形式',
  summary: '破折号为占两个字位置的“——”，不用两个短横线、半字线，也不拖长。',
  why: '拼凑的破折号中间断开，排版时还可能拆在两行。',
  silent: '两边不是汉字或标点的（表格线、型号、代码）不报。',
  covers: ['LN-PUN-37'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  words: ['--', '－－', '––', '———'],
  checkWord({ text, start, end }, at, _wordEnd, report) {
    if (at === start || text[at - 1] === text[at]) return;
    DASH.lastIndex = at;
    const dash = DASH.exec(text)?.[0];
    if (dash === undefined || dash.length > 4 || at + dash.length >= end) return;
    if (!SIDE.test(text.charAt(at - 1)) || !SIDE.test(text.charAt(at + dash.length))) return;
    report(at, at + dash.length, '破折号形式有误，应为“——”。', { replacement: '——' });
  },
});

const SIDE = /[\u4e00-\u9fff“”《》（）。，]/u;
