import { findYearBefore } from '../../../calendar/find-year-before.ts';
import { defineRule } from '../../../rule.ts';

const REST = /(\d{4})年(?=[，,全县市区省共先累境])/uy;
const DATE = /(\d{4})年\d{1,2}月\d{1,2}日/gu;
const RELATES =
  /[前后至到原曾始继比较]$|截至|直到|此前|此后|早在|其中?后|翌年|次年|延至|推迟|原定|批准|颁布|成立于|始建于|出生/u;

/** A full date outside the span of years the sentence opens with (事在时段之外): 1983～1990年，…1991年11月9日签订. */
export const rule = defineRule({
  id: 'dates-stated-span',
  family: 'dates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '所记日期在所述时段之内',
  summary: '一句以“1983～1990年”起头总述时段，句中所记事的年月日却在时段之外的，请核对。',
  why: '总述与分述时间相抵，必有一误。',
  silent: '“此后”“至”“原”等引出的前后日期不报；只有年份、没有月日的不报。',
  exempt: ['quotation', 'verbatim', 'errata'],
  on: '～—~－至',
  check({ text, start, end }, at, report) {
    const [before, next] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
    if (!isDigit(next) || !(isDigit(before) || before === YEAR)) return;
    const from = findYearBefore(text, start, at);
    if (from < 0) return;
    if (from > start && !/[。\s]/u.test(text.charAt(from - 1))) return;
    REST.lastIndex = at + 1;
    const second = REST.exec(text);
    if (second === null) return;
    const [low, high] = [Number(text.slice(from, from + 4)), Number(second[1])];
    if (low < 1800 || high <= low || high > 2100) return;
    const stop = text.indexOf('。', at);
    const sentence = text.slice(at, stop < 0 || stop > end ? end : stop);
    for (const date of sentence.matchAll(DATE)) {
      const year = Number(date[1]);
      if (year >= low && year <= high) continue;
      const before = sentence.slice(Math.max(0, date.index - 14), date.index);
      if (RELATES.test(before)) continue;
      const place = at + date.index;
      report(place, place + date[0].length, `本句总述${low}～${high}年，此日期在时段之外，请核对。`, {
        evidence: [
          { label: '总述时段', span: { start: from, end: at + 1 + second[0].length }, value: `${low}～${high}年` },
        ],
      });
    }
  },
});

/** 年 */
const YEAR = 0x5e74;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
