import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `thousands`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-thousands',
  family: 'terms',
  severity: 'info',
  norm: 'gbt15835-2011',
  clause: '5.1.1',
  title: '多位数分节全书统一',
  summary: '多位数不分节、用千分撇或用千分空都可以，一部书里用一种。报少数的一种，给出处数。',
  why: '分节方法不一，读者会把千分撇误作顿开的两个数。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-02', 'LN-NUM-11', 'OLD-04'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('thousands', book, report);
  },
});
