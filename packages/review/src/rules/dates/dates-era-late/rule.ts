import { readEraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

/** Month behind the year: 十二月, 12月. */
const MONTH = /\s*(?:(\d{1,2})|(十[一二]|[正元一二三四五六七八九十]))月/uy;

/** A 民国 year after 30 September 1949 (民国纪年越界): 民国三十九年. */
export const rule = defineRule({
  id: 'dates-era-late',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '1949年10月1日后不用民国纪年',
  summary: '民国三十九年及以后，民国三十八年十月至十二月，应改用公元纪年。',
  why: '中华人民共和国成立后一律用公元纪年。',
  silent: '引文、书名号内的不报。',
  covers: ['GZ-CHR-01'],
  exempt: ['quotation', 'title', 'errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  words: ['民国'],
  checkWord({ text, end }, at, nameEnd, report) {
    const era = readEraYear(text, at, nameEnd, end);
    if (era === undefined) return;
    const ordinal = Math.max(...era.ordinals);
    if (ordinal < 38) return;
    MONTH.lastIndex = era.end;
    const month = ordinal === 38 ? MONTH.exec(text) : null;
    const isLate = month !== null && (Number(month[1] ?? 0) >= 10 || (month[2] ?? '').startsWith('十'));
    if (ordinal === 38 && !isLate) return;
    const last = month === null ? era.end : era.end + month[0].length;
    report(at, Math.min(end, last), `1949年10月1日后用公元纪年，此处推算为${1911 + ordinal}年，请核实。`, {
      evidence: [{ label: '推算公元', value: `${1911 + ordinal}年` }],
    });
  },
});
