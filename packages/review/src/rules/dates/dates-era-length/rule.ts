import { readEraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

/** First western year from which reigns are checked for their length: Ming and later, where one ruler has one title. */
const FROM = 1368;

/** An era year beyond the last year of its title (年号超限): 雍正十五年. */
export const rule = defineRule({
  id: 'dates-era-length',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年号纪年不超过年号止年',
  summary: '明清各年号的年数有定数，超出止年的报。改元当年沿用旧年号的放过一年。民国纪年不在此列。',
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  on: '年',
  check({ text, start }, at, report) {
    if (at === start || !/[一二三四五六七八九十\d]/u.test(text.charAt(at - 1))) return;
    const era = readEraYear(text, start, at);
    const year = era?.years[0];
    if (era?.lastOrdinal === undefined || year === undefined || year < FROM || era.name === '民国') return;
    if (era.ordinal <= era.lastOrdinal + 1) return;
    report(era.start, era.end, `“${era.name}”共${era.lastOrdinal}年，没有第${era.ordinal}年，请核实。`, {
      evidence: [{ label: '年号年数', value: String(era.lastOrdinal) }],
    });
  },
});
