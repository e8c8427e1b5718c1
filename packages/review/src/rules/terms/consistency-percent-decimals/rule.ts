import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `percentDecimals`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-percent-decimals',
  family: 'terms',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '百分数小数位数合乎体例',
  summary: '编辑部选定了百分数的小数位数时，报位数不同的百分数，给出处数。',
  why: '位数划一，便于比较。',
  silent: '没有选定位数的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-03'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('percentDecimals', book, report, true);
  },
});
