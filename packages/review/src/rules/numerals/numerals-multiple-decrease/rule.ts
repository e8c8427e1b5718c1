import { defineRule } from '../../../rule.ts';

/** What falls, and so many; 减少到 and 至少 speak of something else. */
const FALL =
  /(?:(?:减少|下降|降低|缩小|缩短|减轻|下跌|减弱|削弱|回落|压缩|缩减|贬值|减慢|减缓|降幅|跌幅|变小|变短|变轻|减|降|跌)(?:了|到|至|为|达)?|[比较][^。；，]{0,12}?(?<![至多减不最])(?:少|低|小|轻|短|矮|薄|窄|慢|便宜)了?)(?:约|近|将近|整整|大约|为)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百几数]+)(?:多|余|点几)?$/u;

/** A fall counted in multiples (减少用倍数). */
export const rule = defineRule({
  id: 'numerals-multiple-decrease',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '减少不用倍数',
  summary: '“减少”“下降”“缩小”以及“比……少（低、小、轻）”不用倍数，用分数或百分数。改法要看原始数据，故不给。',
  why: '减少一倍即减到零，减少两倍没有意义，读者无从知道实际减了多少。',
  silent: '“增加2倍”“是上年的3倍”“至少若干倍”“降到原来的1/3”和引文、书名里的不报。',
  covers: ['LN-NUM-26'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  on: '倍',
  check({ text, start }, at, report) {
    const fall = FALL.exec(text.slice(Math.max(start, at - 26), at))?.[0];
    if (fall === undefined) return;
    report(at - fall.length, at + 1, '减少、下降不用倍数表示，请核对原始数据，改用分数或百分数。');
  },
});
