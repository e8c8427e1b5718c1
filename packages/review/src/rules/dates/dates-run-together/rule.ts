import { defineRule } from '../../../rule.ts';

/** Two years, days or months printed without what stood between them (连接号脱落): 19891990年, 7月811日. */
export const rule = defineRule({
  id: 'dates-run-together',
  family: 'dates',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.3',
  title: '年月日之间连接号脱落',
  summary: '两个年份、日期、月份连排成一个数的，如“19891990年”“7月811日”“1986年78月”，疑脱连接号或顿号。',
  why: '连接号在排版、转换中容易脱落，数字就不可读。',
  silent: '拆不出两个合理年月日的不报。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  // There are far more numbers than dates.
  on: '年月日）)',
  check({ text, start }, to, report) {
    let from = to;
    while (from > start && isDigit(text.charCodeAt(from - 1))) from -= 1;
    const length = to - from;
    if (length < 2 || length > 8) return;
    const unit = text.charCodeAt(to);
    if (length === 8 && (unit === 0xff09 || unit === 0x29) && /[（(]/u.test(text.charAt(from - 1))) {
      const [first, last] = [Number(text.slice(from, from + 4)), Number(text.slice(from + 4, to))];
      if (first < 1500 || !isYear(first) || !isYear(last) || last <= first || last - first > 99) return;
      // 19890512 is a date.
      if (/^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(text.slice(from + 4, to))) return;
      report(from, to, `“${text.slice(from, to)}”疑脱连接号，似为“${first}～${last}”，请核对。`);
      return;
    }
    if (unit !== 0x5e74 && unit !== 0x65e5 && unit !== 0x6708) return;
    if (length === 4 && unit === 0x5e74) return;
    const printed = text.slice(from, to);
    if (unit === 0x5e74) {
      // 年
      if (length < 6 || length === 7 || text[from - 1] === '.') return;
      const [first, last] = [printed.slice(0, 4), printed.slice(4)];
      if (!isYear(Number(first)) || printed.endsWith('00')) return;
      const full = last.length === 4 ? last : first.slice(0, 2) + last;
      if (!isYear(Number(full)) || Number(full) <= Number(first) || Number(full) - Number(first) > 99) return;
      report(from, to + 1, `“${printed}年”疑脱连接号，似为“${first}～${last}年”，请核对。`);
    } else if (unit === 0x65e5 && length >= 3 && text[from - 1] === '月' && isDigit(text.charCodeAt(from - 2))) {
      // 日
      const days = splitDays(printed, 31);
      if (days === undefined) return;
      const month = /\d{1,2}月$/u.exec(text.slice(Math.max(start, from - 3), from))?.[0] ?? '月';
      report(from - month.length, to + 1, `“${month}${printed}日”疑脱连接号，似为“${days}日”，请核对。`);
    } else if (
      unit === 0x6708 &&
      text[from - 1] === '年' &&
      isDigit(text.charCodeAt(from - 2)) &&
      Number(printed) > 12
    ) {
      // 月
      const months = splitDays(printed, 12);
      if (months === undefined || !/\d{4}年$/u.test(text.slice(Math.max(start, from - 5), from))) return;
      report(from - 5, to + 1, `“${text.slice(from - 5, to)}月”疑脱连接号，似为“${months}月”，请核对。`);
    }
  },
});

function isYear(year: number): boolean {
  return year >= 1000 && year <= 2100;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** 811 → 8～11: the first split into two ascending numbers, none beyond `most`. */
function splitDays(printed: string, most: number): string | undefined {
  for (const cut of [1, 2]) {
    const [first, last] = [printed.slice(0, cut), printed.slice(cut)];
    if (last === '' || last.startsWith('0') || Number(last) > most || Number(first) > most) continue;
    if (Number(first) >= 1 && Number(first) < Number(last)) return `${first}～${last}`;
  }
  return undefined;
}
