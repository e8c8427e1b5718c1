import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `counties`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-counties',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '县（市、区）的写法统一',
  summary: '并提县级政区时，“县（市、区）”“区（市）县”“县市区”等写法用一种。报少数的几种，给出处数。',
  why: '并提的次序和括注不一，显得体例不严。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-04'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('counties', book, report);
  },
});
