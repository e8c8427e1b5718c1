import { defineRule } from '../../../rule.ts';

const NUMBER = '(?:\\d[\\d.]*|[一二两三四五六七八九十百千]+)';
const ABOUT = new RegExp(
  `(?:大约|约|近|将近|接近)(?:[为有占达](?=\\d))?${NUMBER}[万亿千百]?(?:[余多](?=[\\u4e00-\\u9fff])|(?:[\\u4e00-\\u9fff]{1,4}?|[%％‰℃])(?:左右|上下)(?![\\u4e00-\\u9fff]{0,1}[游两]))`,
  'uy',
);
const SIDES = new RegExp(`${NUMBER}[万亿千百]?[余多][\\u4e00-\\u9fff]{1,3}(?:左右|上下)`, 'u');
/** 至少20人以上、最多不超过50人以内. */
const BOUND = new RegExp(
  `(?:至少|最少)[在有为达]?${NUMBER}[万亿]?[\\u4e00-\\u9fff]{1,4}?以上|(?:不超过|最多)${NUMBER}[万亿]?[\\u4e00-\\u9fff]{1,4}?以内`,
  'uy',
);
const OVER = new RegExp(
  `(?:超过|突破)了?(?:${NUMBER}[万亿]?[\\u4e00-\\u9fff]{0,4}?|[千百万亿][\\u4e00-\\u9fff]{1,3}?)以上`,
  'uy',
);

/** Two marks of approximation on one number (约数叠用): 约300余人、超过500亩以上. */
export const rule = defineRule({
  id: 'numerals-approximate-repeat',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '约数不叠用',
  summary: '“约”“近”“余”“多”“左右”“上下”表示约数只用一个；“超过”“突破”“至少”与“以上”、“不超过”与“以内”不并用。',
  why: '两个约数词叠在一个数上，意思重复，读者也不知道偏多还是偏少。',
  silent: '两个约数词分属两个数的、引文和书名里的不报。',
  covers: ['LN-NUM-31', 'LN-NUM-37'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  words: [
    ...['约', '近'].flatMap((mark) => [...'123456789一二两三四五六七八九十'].map((digit) => mark + digit)),
    ...['为', '有', '占', '达'].map((verb) => `约${verb}`),
    '近约',
    '至少',
    '最少',
    '最多',
    '不超过',
    '大约',
    '将近',
    '接近',
    '超过',
    '突破',
    '左右',
    '上下',
  ],
  checkWord({ text, start, end }, at, wordEnd, report) {
    const word = text.slice(at, wordEnd);
    if (word === '左右' || word === '上下') {
      const from = Math.max(start, at - 12);
      const found = SIDES.exec(text.slice(from, wordEnd));
      if (found === null || from + found.index + found[0].length !== wordEnd) return;
      const place = from + found.index;
      if (place > start && /[约近\d.]/u.test(text.charAt(place - 1))) return;
      report(place, wordEnd, '同一数字叠用了两个表示约数的词，建议只留其一。');
      return;
    }
    if (word === '近约') {
      if (/\d/u.test(text.charAt(wordEnd)) && !/[附最靠邻临新]/u.test(at > start ? text.charAt(at - 1) : ''))
        report(at, wordEnd, '同一数字叠用了两个表示约数的词，建议只留其一。');
      return;
    }
    const isOver = word === '超过' || word === '突破';
    const before = at > start ? text.charAt(at - 1) : '';
    if ((word.startsWith('约') && before === '大') || (word.startsWith('近') && /[将接最附]/u.test(before))) return;
    const pattern = isOver ? OVER : /^[至最不]/u.test(word) ? BOUND : ABOUT;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || at + found[0].length > end) return;
    report(at, at + found[0].length, '同一数字叠用了两个表示约数的词，建议只留其一。');
  },
});
