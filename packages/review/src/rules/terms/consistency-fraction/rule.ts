import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `fraction`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-fraction',
  family: 'terms',
  severity: 'info',
  norm: 'gbt15835-2011',
  clause: '4.3',
  title: '分数的写法全书统一',
  summary: '分数写作“1/3”或“三分之一”都可以，一部书里用一种。报少数的一种，给出处数。',
  why: '同类数据两种写法，不便比较和检索。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['LN-NUM-34'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('fraction', book, report);
  },
});
