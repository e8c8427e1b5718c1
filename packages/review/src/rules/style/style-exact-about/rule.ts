import { defineRule } from '../../../rule.ts';

/** An exact count with 左右 behind it (确数与左右并用): 326人左右. */
export const rule = defineRule({
  id: 'style-exact-about',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '确数后不用左右',
  summary: '“326人左右”这样精确到个位的数后面又用“左右”“上下”的，建议去掉，或改写为整数。',
  why: '精确到个位的是确数，“左右”是约数，两者不能并用。',
  silent: '整十、整百、带小数和带“万”“亿”的数不报；引文、照录的文献不报。',
  covers: ['LN-VAG-03'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  words: ['左右', '上下'],
  checkWord({ text, start }, wordStart, wordEnd, report) {
    const found = /(?<![\d.．—～－-])([1-9]\d{1,6}[1-9])(?:人|户|个|家|辆|头|所|件|名|座|艘|台|册|株)$/u.exec(
      text.slice(Math.max(start, wordStart - 12), wordStart),
    );
    if (found === null) return;
    report(
      wordStart - found[0].length,
      wordEnd,
      `“${found[0]}”为确数，不宜与“${text.slice(wordStart, wordEnd)}”并用。`,
    );
  },
});
