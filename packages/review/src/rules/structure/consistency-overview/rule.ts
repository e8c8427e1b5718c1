import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `overview`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-overview',
  family: 'structure',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '概况条目的名称统一',
  summary: '各分目开头的概况性条目，名称（概况、综述、概述等）一部书里用一种。报少数的几种，给出处数。',
  why: '同级同类条目名称不一，读者不易查找。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-06'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('overview', book, report);
  },
});
