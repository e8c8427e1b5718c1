import { tellMinority } from '../../../consistency/tell-minority.ts';
import { defineRule } from '../../../rule.ts';

/** House style `entryMarker`: the rarer way of writing told once a book. */
export const rule = defineRule({
  id: 'consistency-entry-marker',
  family: 'structure',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目标识统一',
  summary: '条目标题的标识（【】、[ ]等）一部书里用一种。按概况类条目计，报少数的一种，给出处数。',
  why: '标识不一，目录和索引会漏收条目。',
  silent: '没有选定写法，且多数写法不足十处或少数写法超过四分之一的不报；引文、书名和照录的文件里的不报。',
  covers: ['CONS-07'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim'],
  checkBook(book, report) {
    tellMinority('entryMarker', book, report);
  },
});
