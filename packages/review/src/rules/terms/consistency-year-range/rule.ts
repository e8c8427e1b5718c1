import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `yearRange`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-year-range',
  family: 'terms',
  severity: 'info',
  norm: 'error-criteria-2005',
  clause: '36',
  title: '起止年份的连接号全书统一',
  summary: '起止年份用一字线或浪纹线都可以，一部书里用一种。报少数的一种，给出处数。',
  why: '同一场合连接号前后不一，按相同场合不一致计差错。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-01'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('yearRange', book, report);
  },
});
