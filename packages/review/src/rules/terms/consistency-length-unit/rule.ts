import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `lengthUnit`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-length-unit',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '公里与千米统一',
  summary: '“公里”“千米”都可以用，一部书里用一种。报少数的一种，给出处数。',
  why: '单位名称不一，读者会疑为两种单位。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-10'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('lengthUnit', book, report);
  },
});
