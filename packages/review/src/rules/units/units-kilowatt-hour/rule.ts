import { defineRule } from '../../../rule.ts';

const RIGHT: Readonly<Record<string, string>> = {
  KWH: '千瓦时',
  kwh: '千瓦时',
  KWh: '千瓦时',
  Kwh: '千瓦时',
  KW·h: '千瓦时',
  KW·H: '千瓦时',
  '千瓦/时': '千瓦时',
  '千瓦／时': '千瓦时',
  '千瓦/小时': '千瓦时',
  '千瓦／小时': '千瓦时',
  千瓦·小时: '千瓦时',
  千瓦每小时: '千瓦时',
  秒公方: '立方米每秒',
  秒立方米: '立方米每秒',
  每秒米: '米每秒',
  秒米: '米每秒',
  每秒立方米: '立方米每秒',
  每小时千米: '千米每时',
  每小时公里: '公里每时',
};

/** A compound unit put together wrongly (组合单位误写): 千瓦/时 is not 千瓦时, 每秒米 is 米每秒. */
export const rule = defineRule({
  id: 'units-kilowatt-hour',
  family: 'units',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '44',
  title: '千瓦时、米每秒等组合单位的写法',
  summary:
    '电能单位写作千瓦时，不写KWH、千瓦/时、千瓦·小时；“每”字放在两个单位之间，写作米每秒、立方米每秒，不写每秒米、秒立方米。',
  why: '千瓦/时表示千瓦除以时，与电能（千瓦乘时）不是一个量。',
  silent: '“每秒300立方米”等数字夹在中间的说法不报；引文、照录的文献不报。',
  covers: ['LN-UNI-41', 'LN-UNI-50'],
  exempt: ['quotation', 'title', 'verbatim'],
  words: Object.keys(RIGHT),
  checkWord({ text, start }, wordStart, wordEnd, report) {
    const word = text.slice(wordStart, wordEnd);
    const right = RIGHT[word]!;
    if (/[A-Za-z]/u.test(text.charAt(wordEnd)) || /[A-Za-z]/u.test(text.charAt(wordStart - 1))) return;
    // 千瓦/时 behind 每 or in 元/千瓦/时 would need another mending.
    const isPlain = /[\d万亿余多\s]$/u.test(text.slice(Math.max(start, wordStart - 1), wordStart));
    if (word === '秒米' && !isPlain) return;
    if (!isPlain && /^[每秒]/u.test(word) && /[每\d]/u.test(text.charAt(wordStart - 1))) return;
    report(wordStart, wordEnd, `“${word}”不是规范的组合单位，建议写作“${right}”。`, { replacement: right });
  },
});
