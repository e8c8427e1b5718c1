import { defineRule } from '../../../rule.ts';

/** Chapters numbered with digits (编章节序码用阿拉伯数字): 第3章. */
export const rule = defineRule({
  id: 'structure-ordinals-han',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '编章节序码用汉字',
  summary: '标题“第3章”“第12节”建议写作“第三章”“第十二节”。',
  why: '志书编、章、节序码通用汉字，全书要一致。',
  silent: '只看标题；正文互见“见第3章”和照录的文献不报。',
  covers: ['GZ-STR-02'],
  exempt: ['verbatim'],
  presets: ['gazetteer'],
  habit: 5,
  blocks: ['heading'],
  on: '第',
  check({ text, start, end }, at, report) {
    if (at !== start) return;
    const found = /^第\s?\d{1,3}\s?[编篇卷章节]/u.exec(text.slice(at, Math.min(end, at + 8)));
    if (found !== null) report(at, at + found[0].length, '编章节序码建议用汉字。');
  },
});
