import { defineRule } from '../../../rule.ts';

const BOOK = /年鉴\s?[（(·]?\s?(20\d\d|19\d\d)/gu;
const SPAN = /(\d{4})年1月1日\s?起?\s?[至—～到]\s?(?:(\d{4})年)?12月31日/gu;

/** A volume named beside the year it records, in running text (文中卷号与记述时限). */
export const rule = defineRule({
  id: 'structure-volume-span',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '文中卷号与记述时限相符',
  summary: '同一段里写有“某某年鉴（2024）”和“2023年1月1日至12月31日”，卷号不等于记述年份加一的，请核对。',
  why: '卷号一般为出版年份，记述的是上一年，两处错位读者就会用错年份。',
  silent: '一段里提到几部年鉴、几个时限的不报；跨年合卷的不报。',
  covers: ['YB-YR-02', 'YB-YR-03'],
  exempt: [],
  presets: ['yearbook'],
  words: ['年鉴（', '年鉴(', '年鉴·', '年鉴2', '年鉴 2'],
  checkWord({ text, start, end }, wordStart, _, report) {
    const passage = text.slice(start, Math.min(end, start + 1200));
    const books = new Set([...passage.matchAll(BOOK)].map(([, year]) => year));
    const spans = [...passage.matchAll(SPAN)];
    const span = spans[0];
    if (books.size !== 1 || spans.length !== 1 || span === undefined) return;
    const volume = Number([...books][0]);
    const [printed, from = '', to = from] = span;
    // Told once, at the first mention.
    if (from !== to || volume === Number(from) + 1 || passage.indexOf('年鉴') + start !== wordStart) return;
    const at = start + span.index;
    report(at, at + printed.length, `卷号为${volume}，所记时限为${from}年，卷号一般为记述年份加一，请核对。`, {
      evidence: [{ label: '记述年份加一', value: `${from}＋1＝${Number(from) + 1}` }],
    });
  },
});
