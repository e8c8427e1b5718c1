import { defineRule } from '../../../rule.ts';

/** `1983～1990年，……`: the years a sentence speaks of. */
const PERIOD =
  /(?:^|[。\s])(?:从|自)?((?:1[5-9]|20)\d{2})(?:年)?[～~—\-－至到]((?:1[5-9]|20)\d{2})年(?:间|期间|底)?[，,]/gu;
const DATE = /^[^。；\d]{0,20}?((?:1[5-9]|20)\d{2})年\d{1,2}月\d{1,2}日/u;
const REACH = 200;

/** A day beyond the years that its sentence sets out with (日期在所述时段之外). */
export const rule = defineRule({
  id: 'figures-out-of-period',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '日期在所述时段之内',
  summary: '句首写明起止年份，“其中”所记某事的年月日却在起止年份之外的报。',
  why: '事情发生在所述时段之外，不是日期有误，就是时段有误。',
  silent: '只写年份的、不在“其中”之后的、另起一句的日期不报。',
  exempt: ['quotation'],
  words: ['其中'],
  checkWord({ text, start, end }, at, stop, report) {
    const date = DATE.exec(text.slice(stop, Math.min(end, stop + 40)));
    if (date === null) return;
    const from = Math.max(start, at - REACH);
    const period = [...text.slice(from, at).matchAll(PERIOD)].pop();
    if (period === undefined || text.slice(from + period.index + period[0].length, at).includes('。')) return;
    const [first, last, year] = [Number(period[1]), Number(period[2]), Number(date[1])];
    if (first >= last || (year >= first && year <= last)) return;
    const dateAt = stop + date[0].indexOf(date[1]!);
    const dateEnd = stop + date[0].length;
    report(dateAt, dateEnd, `本句记${first}～${last}年事，此处日期在其外，请核实。`, {
      evidence: [
        {
          label: '所述时段',
          span: { start: from + period.index, end: from + period.index + period[0].length },
          value: `${first}～${last}年`,
        },
        { label: '所记日期', span: { start: dateAt, end: dateEnd }, value: text.slice(dateAt, dateEnd) },
      ],
    });
  },
});
