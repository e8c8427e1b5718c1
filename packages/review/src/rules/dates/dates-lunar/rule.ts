import { readHanNumber } from '../../../calendar/read-han-number.ts';
import { ERA_NAMES } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

const AFTER =
  /(?:[^，。；（）月]{0,6}?[年岁])?闰?([正腊冬元]|[一二三四五六七八九十]{1,3})月(初?[一二三四五六七八九十廿卅]{1,4})?日?/uy;
const WORDS = ['农历', '阴历', '夏历', '旧历'];
const LAST_DAY = '三十一日';
/** Months of thirty days at most by either calendar. */
const SHORT_MONTH = /(?:十一|(?<!十)[二四六九])月$/u;
/** Titles of the years in which the western calendar was in use. */
const MODERN = ['民国', '洪宪', '康德', '大同', '明治', '大正', '昭和', '太平天国'];

/** A date that the old calendar does not have (农历日期不存在): 农历十三月, 农历八月三十一日, 初十五. */
export const rule = defineRule({
  id: 'dates-lunar',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '汉字日期存在',
  summary:
    '农历、年号纪年后的月日超出夏历的，如“农历十三月”“八月三十一日”“初十五”；“六月三十一日”一类公历、夏历都没有的日期。',
  why: '夏历一年至多十二个月另加闰月，一月至多三十日。',
  silent: '民国纪年用公历月日，不在此列。',
  covers: ['GZ-CHR-03'],
  exempt: ['quotation', 'title', 'errata'],
  words: [LAST_DAY, ...WORDS, ...ERA_NAMES.filter((name) => !MODERN.includes(name))],
  checkWord({ text, start, end }, at, last, report) {
    if (text.startsWith(LAST_DAY, at)) {
      const month = SHORT_MONTH.exec(text.slice(Math.max(start, at - 3), at))?.[0];
      if (month !== undefined) report(at - month.length, last, `${month}没有三十一日，请核对日期。`);
      return;
    }
    if (!/[闰正腊冬元一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]/u.test(text.charAt(last))) return;
    AFTER.lastIndex = last;
    const found = AFTER.exec(text);
    if (found === null || last + found[0].length > end) return;
    const isEra = !WORDS.includes(text.slice(at, last));
    if (isEra && !/年/u.test(found[0])) return;
    const fault = findFault(found[1]!, found[2]);
    if (fault === undefined) return;
    report(at, last + found[0].length, `${fault}，请核对日期。`);
  },
});

function findFault(month: string, day: string | undefined): string | undefined {
  const ordinal = /^[正腊冬元]$/u.test(month) ? 1 : readHanNumber(month);
  // 三四月 is a span, not a month.
  if (ordinal === undefined) return undefined;
  if (ordinal > 12) return `夏历没有“${month}月”`;
  if (day === undefined) return undefined;
  const count = readHanNumber(day.replace(/^初/u, ''));
  if (count === undefined) return undefined;
  if (day.startsWith('初') && count > 10) return `夏历“初”只用到初十，没有“${day}”`;
  return count > 30 ? `夏历一月至多三十日，没有“${day}”` : undefined;
}
