import { defineRule } from '../../../rule.ts';

/** `700003.5亩` for 70000～3.5: a mark between two numbers was lost. */
const ROUND_AND_DECIMAL = /^([1-9]\d?0{3,4})([1-9])$/u;
const LEAST_DIGITS = 6;

/** Two numbers run together in printing (数字并接). */
export const rule = defineRule({
  id: 'figures-joined',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '疑两数并接',
  summary: '“700003.5亩”一类整数与小数连排的报。',
  why: '两数之间的连接号或顿号在排版中丢失，读者会当作一个大数。',
  silent: '编号、电话、邮政编码，以及没有小数的大数不报；年份连排由 dates-run-together 查。',
  exempt: ['quotation', 'title'],
  // There are far more numbers than decimals.
  on: '.',
  check({ text, start, end: limit }, to, report) {
    let from = to;
    while (from > start && isDigit(text.charCodeAt(from - 1))) from -= 1;
    if (to - from < LEAST_DIGITS || to - from > 8 || /[.,A-Za-z号第〔（(]/u.test(text.charAt(from - 1)) || from < start)
      return;
    const digits = text.slice(from, to);
    const after = text.slice(to, Math.min(limit, to + 6));
    const decimal = ROUND_AND_DECIMAL.test(digits) ? /^\.(\d{1,2})(?!\d)([^\d。，；、%％]{1,3})/u.exec(after) : null;
    if (decimal === null || !/^(?:亩|公顷|米|公里|吨|公斤|元|万|斤)/u.test(decimal[2]!)) return;
    const stop = to + 1 + decimal[1]!.length;
    report(from, stop, `“${text.slice(from, stop)}”疑为两个数连排，请核对。`);
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
