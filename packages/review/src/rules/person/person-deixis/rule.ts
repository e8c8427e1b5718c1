import { defineRule } from '../../../rule.ts';

const WORD = /我[省市县区州局们军党]|本[省市县局校]|本辖区|咱们/uy;

/** First person and “this county” (第一人称、本位指称): 我县、本县. */
export const rule = defineRule({
  id: 'person-deixis',
  family: 'person',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '用第三人称',
  summary: '志书、年鉴用第三人称，“我县”“本县”“我们”建议改写地名、单位名。引文、特载、文献等照录部分和简报不在此列。',
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  on: '我本咱',
  check({ text, start, end }, at, report) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || at + word.length > end) return;
    if (at > start && /[自忘基根原资成日]/u.test(text.charAt(at - 1))) return;
    report(at, at + word.length, `“${word}”为第一人称或本位指称，建议改写名称。`);
  },
});
