import { joinsForeignName } from '../../../punctuation/joins-foreign-name.ts';
import { defineRule } from '../../../rule.ts';

/** A dot of the wrong form between the parts of a foreign name (间隔号的形式): 大卫.李嘉图. */
export const rule = defineRule({
  id: 'punctuation-name-dot',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: '4.14',
  title: '人名间隔号用“·”',
  summary: '外国人和某些少数民族人名各部分之间用居中的间隔号“·”，不用下脚点或别的圆点。',
  why: '下脚点会被读作句号或小数点，同一人名也会检索不全。',
  silent: '下脚点只在两边都是译名常用字时报；句末的下脚点不报。',
  covers: ['LN-PUN-38'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  on: '.．•‧∙・',
  check({ text, start, end }, at, report) {
    if (at === start || at + 1 >= end || !isHan(text.charCodeAt(at + 1)) || !isHan(text.charCodeAt(at - 1))) return;
    if (text[at] === '.' || text[at] === '．') {
      if (!joinsForeignName(text, start, end, at)) return;
    }
    report(at, at + 1, '间隔号形式有误，建议改为居中的“·”。', { replacement: '·' });
  },
});

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
