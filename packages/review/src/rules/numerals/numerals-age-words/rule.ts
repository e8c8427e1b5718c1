import { defineRule } from '../../../rule.ts';

/** Literary words for an age (年龄代称): 花甲之年. */
export const rule = defineRule({
  id: 'numerals-age-words',
  family: 'numerals',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年龄写具体岁数',
  summary: '年龄用阿拉伯数字写周岁，“花甲之年”“年逾古稀”等代称建议改为具体岁数。',
  why: '代称不能告诉读者究竟多少岁，也无法与生卒年核对。',
  silent: '引文、书名、诗词和照录的文字里的不报。',
  covers: ['LN-NUM-30'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn', 'errata'],
  words: [
    '弱冠之年',
    '而立之年',
    '不惑之年',
    '知命之年',
    '知天命之年',
    '花甲之年',
    '古稀之年',
    '耄耋之年',
    '豆蔻年华',
    ...['年近', '年届', '年过', '年逾', '年已'].flatMap((verb) =>
      ['花甲', '古稀', '耄耋', '不惑', '半百', '七旬', '六旬', '八旬'].map((age) => verb + age),
    ),
  ],
  checkWord(_passage, at, end, report) {
    report(at, end, '年龄用了代称，建议写出具体岁数。');
  },
});
