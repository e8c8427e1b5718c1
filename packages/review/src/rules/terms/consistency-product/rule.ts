import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `product`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-product',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '地区生产总值与GDP统一',
  summary: '“地区生产总值”与“GDP”所指相同，正文里用一种。报少数的一种，给出处数。',
  why: '同一指标两个名称，索引和检索都会分散。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-09'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('product', book, report);
  },
});
