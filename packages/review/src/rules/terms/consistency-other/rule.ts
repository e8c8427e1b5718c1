import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `other`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-other',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“其他”与“其它”统一',
  summary: '“其他”“其它”意思相同，一部书里用一种，通行的是“其他”。报少数的一种，给出处数。',
  why: '同一个词两种写法，属于用字不统一。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-13'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('other', book, report);
  },
});
