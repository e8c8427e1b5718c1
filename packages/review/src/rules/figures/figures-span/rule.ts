import { readHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule, type Report } from '../../../rule.ts';

const YEAR = '(1[5-9]\\d{2}|20\\d{2})';
const COUNT = '([一二两三四五六七八九十]{1,3}|\\d{1,3})';
/** `1990～1995年的6年间`, `从1990年到1995年，历时6年`. */
const BETWEEN = new RegExp(
  `(?<!\\d)${YEAR}(?:年(?:\\d{1,2}月)?(?:\\d{1,2}日)?)?(?:[～~—\\-－至到]|起?至)${YEAR}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末)?[，,]?(?:的|这|前后|历时|共|共计|历经)+(?:前后|共)?${COUNT}(?:个)?年(?![代级龄份来度级内底])|(?<!\\d)${YEAR}年[到至]${YEAR}年[，,]${COUNT}年来`,
  'u',
);
/** `1990年开工，1995年竣工，历时8年`. */
const FROM_TO = new RegExp(
  `(?<![\\d～~—至比较])${YEAR}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^。；\\d]{0,14}(?:开工|动工|始建|开始|起|启动|开办|兴建|施工|编修|起草|投产|成立|创办|建立|爆发)[^。；\\d]{0,6}[，,至到]?(?:至|到)?${YEAR}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末)?[^。；\\d]{0,14}[，,](?:历时|前后历时|历经|共历时|先后历时)${COUNT}(?:个)?年(?!多|余)`,
  'u',
);
const REACH = 70;

/** Two years and the number of years between them (起止年与年数). */
export const rule = defineRule({
  id: 'figures-span',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '起止年份与年数相符',
  summary: '“1990～1995年的六年间”“1990年开工，1995年竣工，历时八年”等，按起止年复算年数，不符的报。',
  why: '起止年份与年数不符，必有一个写错。',
  silent: '头尾两年都算或只算一头，相差一年的，不报；“余年”“多年”等约数不报。',
  exempt: ['quotation'],
  words: ['年来', '年间', '年时间', '年中', '历时', '历经', '前后', '年里'],
  checkWord({ text, start, end }, at, stop, report) {
    if (text.charAt(at) === '历' && judgeMonths(text, start, at, stop, end, report)) return;
    const from = Math.max(start, at - REACH);
    const to = Math.min(end, stop + 8);
    const window = text.slice(from, to);
    const found = BETWEEN.exec(window) ?? FROM_TO.exec(window);
    // The words of the count lie within the match: another 年间 nearby asks about its own.
    if (found === null || at < from + found.index || at > from + found.index + found[0].length) return;
    const [one, other, count] = found.slice(1).filter((each) => each !== undefined) as [string, string, string];
    const [first, last] = [Number(one), Number(other)];
    const stated = readHanNumber(count.replace('两', '二'));
    const years = last - first;
    if (stated === undefined || years < 1 || (stated >= years - 1 && stated <= years + 1)) return;
    const begin = from + found.index;
    report(begin, begin + found[0].length, `${first}年至${last}年相距${years}年，印作${count}年，请核实。`, {
      evidence: [{ label: '算式', value: `${last}－${first}＝${years}（头尾都算为${years + 1}）` }],
    });
  },
});

const MONTH = /((?:1[5-9]|20)\d{2})年(\d{1,2})月(?:\d{1,2}日)?[^。；\d]{0,12}/u;
const TWO_MONTHS = new RegExp(`${MONTH.source}${MONTH.source}[，,]$`, 'u');

/** `1958年3月开工，1960年9月竣工，历时2年零6个月`: told to the month; whether it was. */
function judgeMonths(text: string, start: number, at: number, stop: number, end: number, report: Report): boolean {
  const length = /^(\d{1,2})年零?(\d{1,2})个月/u.exec(text.slice(stop, Math.min(end, stop + 9)));
  const from = Math.max(start, at - REACH);
  const dates = length && TWO_MONTHS.exec(text.slice(from, at));
  if (length === null || dates === null) return false;
  const [firstYear, firstMonth, lastYear, lastMonth] = dates.slice(1).map(Number) as [number, number, number, number];
  const months = (lastYear - firstYear) * 12 + lastMonth - firstMonth;
  const stated = Number(length[1]) * 12 + Number(length[2]);
  // Both months may be counted, or neither.
  if (months <= 0 || Math.abs(stated - months) <= 2) return true;
  const begin = from + dates.index;
  report(begin, stop + length[0].length, `起止相距${months}个月，印作${length[0]}，请核实。`, {
    evidence: [{ label: '算式', value: `${Math.floor(months / 12)}年零${months % 12}个月` }],
  });
  return true;
}
