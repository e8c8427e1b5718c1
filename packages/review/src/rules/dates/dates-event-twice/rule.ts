import { findEventConflicts } from '../../../across/find-event-conflicts.ts';
import { defineRule } from '../../../rule.ts';

/** An event that the chronicle and the text date differently (大事记与正文日期不一). */
export const rule = defineRule({
  id: 'dates-event-twice',
  family: 'dates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '大事记与正文日期一致',
  summary: '同一工程、机构、会议、人物的同一事（通车、成立、召开、逝世等），大事记与正文所记月日不同的，提请核对。',
  why: '大事记由各篇摘出，两处日期不一，必有一处有误，读者无所适从。',
  silent: '名称不全同、事由不同（开工与竣工）的，改建、扩建、分期的，起止日期相交的，年份不明的，不报。',
  covers: ['YB-CHR-06', 'GZ-SRC-04', 'ACR-10'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  checkBook(book, report) {
    const { text } = book.volume;
    for (const { date, chronicle, event } of findEventConflicts(book)) {
      const printed = text.slice(chronicle.start, chronicle.end);
      report(date.start, date.end, `“${event.thing}”${event.verb}，大事记记为${printed}，此处日期不同，请核对。`, {
        evidence: [{ label: '大事记', span: chronicle }],
      });
    }
  },
});
