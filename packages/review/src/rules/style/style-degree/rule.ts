import { defineRule } from '../../../rule.ts';
import { listWords } from '../../../wording/list-words.ts';

/** Degree words in place of a figure (程度词代替数据): 大幅增长 without a number. */
export const rule = defineRule({
  id: 'style-degree',
  family: 'style',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '增减写数据',
  summary: '“大幅增长”“显著提高”“明显改善”“成倍增加”“逐步扩大”等所在句没有数字的，提示补写数据。',
  why: '“大幅”是多少，读者无从知道，年度资料要靠数据比较。',
  silent: '同一句有数字的不报；引文、照录的文献不报。',
  off: '供稿没有数据时编者多保留原句，概述中也可以这样写。',
  covers: ['LN-VAG-04'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: listWords(
    '大幅增长 大幅提高 大幅提升 大幅增加 大幅下降 显著提高 显著提升 显著增强 显著改善 明显提高 明显提升',
    '明显改善 明显增强 明显好转 成倍增长 成倍增加 逐步扩大 逐步提高 日益完善 不断扩大 稳步增长 稳步提升',
  ),
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    const from = Math.max(start, text.lastIndexOf('。', wordStart) + 1, wordStart - 120);
    const stop = text.indexOf('。', wordEnd);
    const sentence = text.slice(from, Math.min(stop < 0 ? end : stop, end, wordEnd + 120));
    if (/\d[\d.,]*(?!年|月|日|\d)/u.test(sentence.replace(/\d+年|\d+月|\d+日/gu, ''))) return;
    report(wordStart, wordEnd, `“${text.slice(wordStart, wordEnd)}”没有数据，建议补写。`);
  },
});
