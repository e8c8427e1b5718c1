import { defineRule } from '../../../rule.ts';

const HAN = /[\u4e00-\u9fff]/u;

/** A space between two Han characters of a sentence (汉字间的空格). */
export const rule = defineRule({
  id: 'typos-space',
  family: 'typos',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '汉字间的空格',
  summary: '句中两个汉字之间的空格，疑为转换、识别时留下的。',
  why: '转换留下的空格会使检索、索引失准。',
  silent: '标题、名单、两字姓名之间的空格，不报。',
  off: '双行标题、栏目、姓名常以空格隔开，句中空格与之不易分清，默认不报。',
  covers: ['WORD-D-9'],
  exempt: ['errata'],
  habit: 20,
  on: ' \u3000',
  blocks: ['paragraph'],
  check({ text, start, end }, at, report) {
    if (end - start < 30 || at - start < 6 || end - at < 6) return;
    if (!HAN.test(text.charAt(at - 1)) || !HAN.test(text.charAt(at + 1))) return;
    const near = text.slice(Math.max(start, at - 4), Math.min(end, at + 5));
    if (near.replaceAll(/[^ \u3000]/gu, '').length > 1) return;
    report(at - 1, at + 2, '两个汉字之间有空格，疑为转换时留下的。', {
      replacement: text.charAt(at - 1) + text.charAt(at + 1),
    });
  },
});
