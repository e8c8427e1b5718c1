import { defineRule } from '../../../rule.ts';

const MONTH = new Set('二三四五六七八九');
const DAY =
  /^(?:[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九]{1,2})(?![一二三四五六七八九十·])/u;
const NAMES = new Set(['二七', '三八', '五一', '五四', '五卅', '六一', '七一', '七七', '八一']);
const JOINED: Readonly<Record<string, string>> = {
  一二九运动: '“一二·九”运动',
  '“一二九”': '“一二·九”',
  一二八事变: '“一·二八”事变',
  '“一二八”': '“一·二八”',
  一二八抗战: '“一·二八”抗战',
  一二一运动: '“一二·一”运动',
  '“一二一”': '“一二·一”',
};

/** The middle dot in a named day of Chinese numerals (汉字月日专名的间隔号): 五·四运动, 一二九运动. */
export const rule = defineRule({
  id: 'numerals-month-day-han',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.2.3',
  title: '汉字月日专名，仅一、十一、十二月用间隔号',
  summary:
    '含月日的专名用汉字数字时，一月、十一月、十二月在月与日之间加间隔号（“一二·九”运动），其他月份不加（五四运动）。',
  why: '间隔号只用来消除“一”“十一”“十二”连写的歧义，其他月份加了反而不合标准。',
  silent: '书名里的、前后另有间隔号的、地名人名里的不报。',
  covers: ['LN-NUM-19'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  words: [...Object.keys(JOINED), ...[...MONTH].map((month) => `${month}·`)],
  checkWord({ text, start, end }, at, wordEnd, report) {
    const joined = JOINED[text.slice(at, wordEnd)];
    if (joined !== undefined) {
      if (text[at] !== '“' && at > start && /[“一二三四五六七八九十·]/u.test(text.charAt(at - 1))) return;
      report(at, wordEnd, '一月、十一月、十二月的专名，月、日之间用间隔号。', { replacement: joined });
      return;
    }
    if (at > start && /[一二三四五六七八九十·]/u.test(text.charAt(at - 1))) return;
    const day = DAY.exec(text.slice(wordEnd, Math.min(end, wordEnd + 4)))?.[0];
    if (day === undefined) return;
    // 二·五普法 is the second of a series: one numeral after the dot is a day only in these names.
    if (day.length === 1 && !NAMES.has(text.charAt(at) + day)) return;
    // A museum is called by the name on its gate.
    if (/^[”"]?历史博物馆/u.test(text.slice(wordEnd + day.length, wordEnd + day.length + 7))) return;
    report(at, wordEnd + day.length, '这个月份的专名，月、日之间不用间隔号。', {
      replacement: `${text.charAt(at)}${day}`,
    });
  },
});
