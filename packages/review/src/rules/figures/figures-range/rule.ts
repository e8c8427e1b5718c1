import { countDecimals } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

const NUMBER_BEFORE =
  /(?<![\d.,/／:：第零下负－\-－A-Za-z])(\d+(?:\.\d+)?)([万亿]?)([\u4e00-\u9fff%％℃°A-Za-z]{0,4})$/u;
const NUMBER_AFTER =
  /^(\d+(?:\.\d+)?)([万亿]?)(平方千米|平方公里|平方米|立方米|公里|千米|厘米|毫米|米|公顷|亩|吨|千克|公斤|克|毫克|升|元|人|户|头|只|株|粒|枚|个|千瓦|伏|马力|天|小时|分钟|年|岁|[%％‰℃])(?![/／～~])/u;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** What falls runs from the greater to the less: heights along a slope, water levels, whatever goes down. */
const FALLING = /由|从|递减|降|减|倒|逆|缩|自|高程|海拔|水位|标高|坡/u;

/** A range whose first limit is above its second (范围上下限颠倒). */
export const rule = defineRule({
  id: 'figures-range',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '范围下限不大于上限',
  summary: '同一单位的数值范围，前一个数大于后一个数的报；起止年份颠倒的也报。',
  why: '范围的前一个数应是下限，颠倒多由小数点或数字错漏造成。',
  silent: '月、日、时等循环的起止，沿坡、沿河的高程，“由……降到……”的过程，比例、型号、编号、零下温度不报。',
  exempt: ['quotation'],
  on: '～~—',
  check({ text, start, end }, at, report) {
    const next = text.charCodeAt(at + 1);
    if (next < 0x30 || next > 0x39) return;
    const mark = text.charAt(at);
    if (text.charAt(at - 1) === mark || text.charAt(at + 1) === mark) return;
    if (risesPlainly(text, start, at, end)) return;
    const low = NUMBER_BEFORE.exec(text.slice(Math.max(start, at - 16), at));
    const high = low && NUMBER_AFTER.exec(text.slice(at + 1, Math.min(end, at + 20)));
    if (low === null || high === null || !hasSameUnit(low[3]!, high[3]!)) return;
    const from = at - low[0].length;
    const isYears = high[3] === '年';
    if (isYears && !(isYear(low[1]!) && isYear(high[1]!))) return;
    const factor = SCALES[high[2]!] ?? 1;
    const least = Number(low[1]) * (SCALES[low[2]!] ?? factor);
    const most = Number(high[1]) * factor;
    // 120～30米 may be short for 120～130米 and is then no error of order; what has decimals never is.
    if (least <= most || (low[2] === '' && Number(low[1]) <= most)) return;
    if (!isYears && isAbbreviated(low[1]!, high[1]!)) return;
    if (FALLING.test(text.slice(Math.max(start, from - 8), from)) && !isYears) return;
    const stop = at + 1 + high[0].length;
    report(from, stop, `范围“${text.slice(from, stop)}”前大后小，请核对上下限。`, {
      evidence: [
        { label: '前一个数', span: { start: from, end: at }, value: low[0] },
        { label: '后一个数', span: { start: at + 1, end: stop }, value: high[0] },
      ],
    });
  },
});

/** Cheap first look: most ranges are whole numbers one after the other, the second no less: 3～5米, 1986～1990年. */
function risesPlainly(text: string, start: number, at: number, end: number): boolean {
  let from = at;
  while (from > start && isDigit(text.charCodeAt(from - 1))) from -= 1;
  let to = at + 1;
  while (to < end && isDigit(text.charCodeAt(to))) to += 1;
  return from < at && text[from - 1] !== '.' && Number(text.slice(from, at)) <= Number(text.slice(at + 1, to));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function hasSameUnit(one: string, other: string): boolean {
  return one === '' || one === other || (/[%％]/u.test(one) && /[%％]/u.test(other));
}

function isYear(digits: string): boolean {
  return /^(?:1[0-9]|20)\d{2}$/u.test(digits);
}

function isAbbreviated(low: string, high: string): boolean {
  return countDecimals(low) === 0 && countDecimals(high) === 0 && low.length > high.length && low.length >= 3;
}
