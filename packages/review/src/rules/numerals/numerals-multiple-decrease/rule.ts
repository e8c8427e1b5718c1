import { defineRule } from '../../../rule.ts';

const FALL =
  /(?:减少|下降|降低|缩小|缩短|减轻|下跌|降幅|跌幅|减慢|减缓)(?:了|到|至|为|达)?(?:约|近)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?:多|余)?$/u;

/** A fall counted in multiples (减少用倍数). */
export const rule = defineRule({
  id: 'numerals-multiple-decrease',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '减少不用倍数',
  summary: '“减少”“下降”“缩小”不用倍数，用分数或百分数。改法要看原始数据，故不给。',
  why: '减少一倍即减到零，减少两倍没有意义，读者无从知道实际减了多少。',
  silent: '“增加2倍”“是上年的3倍”“降到原来的1/3”和引文、书名里的不报。',
  covers: ['LN-NUM-26'],
  exempt: ['quotation', 'title', 'solemn'],
  on: '倍',
  check({ text, start }, at, report) {
    const fall = FALL.exec(text.slice(Math.max(start, at - 14), at))?.[0];
    if (fall === undefined) return;
    report(at - fall.length, at + 1, '减少、下降不用倍数表示，请核对原始数据，改用分数或百分数。');
  },
});
