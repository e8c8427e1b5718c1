import { defineRule } from '../../../rule.ts';

/** 中纪委 for 中央纪委 (简称). */
export const rule = defineRule({
  id: 'names-discipline-commission',
  family: 'names',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“中央纪委”的简称',
  summary: '“中纪委”提示核对：中央纪律检查委员会的规范简称为“中央纪委”。',
  why: '中央纪委正式文件和报道均用“中央纪委”。',
  silent: '引文和书名号内的，不报。',
  covers: ['LN-NAM-01'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: ['中纪委'],
  checkWord(_, start, end, report) {
    report(start, end, '建议核对，规范简称为“中央纪委”。');
  },
});
