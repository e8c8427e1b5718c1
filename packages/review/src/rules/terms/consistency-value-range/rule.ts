import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `valueRange`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-value-range',
  family: 'terms',
  severity: 'info',
  norm: 'error-criteria-2005',
  clause: '36',
  title: '数值范围的连接号全书统一',
  summary: '数值范围用浪纹线或一字线都可以，一部书里用一种。报少数的一种，给出处数。',
  why: '同一场合连接号前后不一，按相同场合不一致计差错。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-18', 'OLD-03'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('valueRange', book, report);
  },
});
