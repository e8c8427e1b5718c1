import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `account`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-account',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“账”与“帐”统一',
  summary: '账目、账户、记账等用“账”，“帐”用于帐篷、蚊帐；一部书里用一种。报少数的一种，给出处数。',
  why: '“账”“帐”混用属于用字不统一。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-14'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('account', book, report);
  },
});
