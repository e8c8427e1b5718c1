import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { readPhraseList } from '../../../phrases/read-phrase-list.ts';
import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule } from '../../../rule.ts';

/** The guiding thoughts in their order, and the year each joined the list (指导思想). */
const THOUGHTS: readonly (readonly [RegExp, string, number])[] = [
  [/马克思列宁主义|马列主义|马克思主义$/u, '马克思列宁主义', 0],
  [/毛泽东思想/u, '毛泽东思想', 0],
  [/邓小平理论/u, '邓小平理论', 1997],
  [/三个代表重要思想/u, '“三个代表”重要思想', 2000],
  [/科学发展观/u, '科学发展观', 2012],
  [/习近平新时代中国特色社会主义思想/u, '习近平新时代中国特色社会主义思想', 2017],
];
const NEW_ERA = 5;

/** The chain of guiding thoughts incomplete, in another order, or not as it was in the year (指导思想链). */
export const rule = defineRule({
  id: 'terms-guiding-thought',
  family: 'terms',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '指导思想的列举',
  summary:
    '马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想连用时，次序不同、中间缺项，或2018年以后只列到科学发展观的，提请核对。',
  why: '指导思想的次序和内容由党章确定，以记述年份为准。',
  silent: '从“邓小平理论”列起、单独提到其中一两项的，书名号内和原文照录部分，不报。',
  covers: ['LN-FIX-05'],
  exempt: ['title', 'verbatim', 'errata'],
  words: [
    '马克思列宁主义',
    '马列主义',
    '马克思主义',
    '毛泽东思想',
    '邓小平理论',
    '习近平新时代中国特色社会主义思想',
    '科学发展观',
    '三个代表',
  ],
  checkWord(passage, start, _end, report) {
    const list = readPhraseList(passage, start, 8);
    const found: { index: number; start: number; end: number }[] = [];
    let here = -1;
    for (const item of list) {
      const indexes = THOUGHTS.flatMap(([pattern], index) => {
        const at = item.text.search(pattern);
        return at < 0 ? [] : [{ index, at }];
      }).sort((a, b) => a.at - b.at);
      // What is not of the chain parts two lists: 学习毛泽东思想，宣传……科学发展观.
      if (indexes.length === 0 && found.length > 0) {
        if (here >= 0) break;
        found.length = 0;
      }
      for (const { index } of indexes) found.push({ index, start: item.start, end: item.end });
      if (item.start <= start && start < item.end) here = found.length - 1;
      if (item.mark !== '、' && found.length > 0) {
        if (here >= 0) break;
        found.length = 0;
      }
    }
    const first = found[0];
    const last = found[found.length - 1];
    if (first === undefined || last === undefined || found.length < 2) return;
    // Told at the first of them alone.
    if (start < first.start || start >= first.end || passage.text.slice(first.start, start).search(ANY) >= 0) return;
    const order = found.map(({ index }) => index);
    if (new Set(order).size !== order.length) return;
    const year = yearOfMention(passage, start);
    if (order.some((index, at) => at > 0 && index < order[at - 1]!)) {
      if (order.length >= 3) report(first.start, last.end, `指导思想的次序建议核对：${spell(order)}。`);
      return;
    }
    if (order.length >= 4 && first.index === 0 && passage.text.slice(first.start, first.end).endsWith('马克思主义')) {
      report(first.start, first.end, '指导思想连用时建议核对，一般写“马克思列宁主义”。');
      return;
    }
    const whole = Array.from({ length: last.index - first.index + 1 }, (_, step) => first.index + step);
    const missing = whole.filter(
      (index) => !order.includes(index) && (year === undefined || THOUGHTS[index]![2] <= year),
    );
    if (missing.length > 0 && (order.length >= 3 || (first.index >= 2 && last.index === 4))) {
      if (year !== undefined || order.length >= 3) {
        report(first.start, last.end, `指导思想的列举可能缺“${missing.map(nameOf).join('”“')}”，建议核对。`);
      }
      return;
    }
    if (year === undefined || year < 2018 || last.index === NEW_ERA || last.index < 3 || order.length < 2) return;
    const { start: from, end: to } = sentenceAround(passage, start);
    const around = passage.text.slice(from, Math.min(passage.end, to + 60));
    if (/习近平/u.test(around) || (order.length < 3 && !/指导|旗帜/u.test(around))) return;
    report(first.start, last.end, `指导思想在${year}年的列举建议核对，是否缺“${nameOf(NEW_ERA)}”。`);
  },
});

const ANY = /马克思列宁主义|马列主义|马克思主义|毛泽东思想|邓小平理论|三个代表|科学发展观|习近平新时代/u;

function nameOf(index: number): string {
  return THOUGHTS[index]![1];
}

function spell(order: readonly number[]): string {
  return [...order]
    .sort((a, b) => a - b)
    .map(nameOf)
    .join('、');
}
