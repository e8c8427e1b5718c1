import { defineRule } from '../../../rule.ts';

const DECIMAL = /^\d+(?:%|％|‰|[万亿]|公顷|亩|平方|立方|千米|公里|公斤|千克|米|吨|元|个百分点|度|℃|千瓦)/u;

/** A decimal whose point is another mark (小数点误作句号、间隔号): 0。46, 12·5%. */
export const rule = defineRule({
  id: 'numerals-decimal-mark',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.2',
  title: '小数点用下脚点',
  summary: '小数点误写成句号或间隔号（0。46、12·5%）的，建议改为齐阿拉伯数字底线的小圆点。',
  why: '小数点写错，读者会把一个数读成两个。',
  silent: '间隔号后面不是带单位的数（“3·15”、“12·9”）的不报；句号只查整数部分为“0”的和百分数。',
  covers: ['LN-NUM-12'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  words: Array.from({ length: 10 }, (_, digit) => [`${digit}·`, `${digit}。`]).flat(),
  checkWord({ text, start, end: limit }, at, end, report) {
    const rest = text.slice(end, Math.min(limit, end + 8));
    if (!/^\d/u.test(rest)) return;
    let from = at;
    while (from > start && /\d/u.test(text.charAt(from - 1))) from -= 1;
    if (from > start && /[\d.·“"A-Za-z]/u.test(text.charAt(from - 1))) return;
    const digits = /^\d+/u.exec(rest)?.[0] ?? '';
    const isStop = text[at + 1] === '。';
    const isPercent = /^\d{1,2}[%％]/u.test(rest);
    if (isStop ? !isPercent && (text[at] !== '0' || from !== at || /^\d{4}年/u.test(rest)) : !DECIMAL.test(rest))
      return;
    const whole = text.slice(from, at + 1);
    report(from, end + digits.length, '小数点误用了别的符号，建议改为下脚点。', { replacement: `${whole}.${digits}` });
  },
});
