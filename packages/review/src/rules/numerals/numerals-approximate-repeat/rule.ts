import { defineRule } from '../../../rule.ts';

const ABOUT =
  /[约近](\d[\d.]*)[万亿]?(?:([余多])[\u4e00-\u9fff]{0,3}?|[\u4e00-\u9fff]{1,4}?)(左右|上下)?(?=[，。；、）]|[\u4e00-\u9fff])/uy;
const OVER = /(?:超过|突破)\d[\d.]*[万亿]?[\u4e00-\u9fff]{0,4}?以上/uy;

/** Two marks of approximation on one number (约数叠用): 约300余人、超过500亩以上. */
export const rule = defineRule({
  id: 'numerals-approximate-repeat',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '约数不叠用',
  summary: '“约”“近”“余”“多”“左右”“上下”表示约数只用一个；“超过”“突破”与“以上”不并用。',
  exempt: ['quotation', 'title', 'solemn'],
  on: '约近超突',
  check({ text, end }, at, report) {
    const isOver = text[at] === '超' || text[at] === '突';
    const pattern = isOver ? OVER : ABOUT;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || at + found[0].length > end) return;
    if (!isOver && (found[2] === undefined) === (found[3] === undefined) && found[2] === undefined) return;
    report(at, at + found[0].length, '同一数字叠用了两个表示约数的词，建议只留其一。');
  },
});
