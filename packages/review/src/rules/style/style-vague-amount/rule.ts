import { defineRule } from '../../../rule.ts';

/** Amounts that say little (模糊数量): 大部分、若干、差不多. */
export const rule = defineRule({
  id: 'style-vague-amount',
  family: 'style',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '模糊数量换成确数',
  summary: '“大部分”“绝大多数”“若干”“一大批”“差不多”“许多”等，提示查有无确数可写。',
  why: '史料贵在确切，能查到的数字不用约略的说法代替。',
  silent: '引文、书名和照录的文献不报。',
  off: '查无确数时约略的说法可用，多数情形编者会保留。',
  covers: ['LN-VAG-03', 'LN-VAG-05'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: [
    '大部分',
    '绝大部分',
    '绝大多数',
    '大多数',
    '若干',
    '一大批',
    '差不多',
    '大概',
    '许多',
    '不少',
    '有的',
    '个别',
    '也许',
    '普遍',
  ],
  checkWord({ text }, wordStart, wordEnd, report) {
    if (text.charAt(wordStart - 1) === '绝') return;
    if (word(text, wordStart, wordEnd) === '有的' && /[所具没拥]/u.test(text.charAt(wordStart - 1))) return;
    if (word(text, wordStart, wordEnd) === '不少' && /[于数]/u.test(text.charAt(wordEnd))) return;
    report(wordStart, wordEnd, `“${word(text, wordStart, wordEnd)}”较含糊，请查有无确数可写。`);
  },
});

function word(text: string, start: number, end: number): string {
  return text.slice(start, end);
}
