import { defineRule } from '../../../rule.ts';

/** A news phrase that names no source (来源不明): 据悉、据了解. */
export const rule = defineRule({
  id: 'style-hearsay',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用据悉、据了解',
  summary: '“据悉”“据了解”“据介绍”“据报道”“记者从……获悉”等新闻用语，建议删去，确需交代的写明资料来源。',
  why: '志鉴资料须有出处，“据悉”既不是出处，也不增加事实。',
  silent: '“据《某某志》记载”“据统计”等写明来源的不报；引文、照录的报道不报；传说、掌故用“据说”的不报。',
  covers: ['LN-VAG-03', 'EMP-06'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  words: [
    '据悉',
    '据了解',
    '据介绍',
    '据透露',
    '据知情人',
    '记者获悉',
    '记者了解到',
    '记者从',
    '据不完全了解',
    '众所周知',
    '据报道',
  ],
  checkWord({ text }, wordStart, wordEnd, report) {
    if (/[依根占收票凭单证数证]/u.test(text.charAt(wordStart - 1))) return;
    const word = text.slice(wordStart, wordEnd);
    if (word === '记者从' && !/^[\u4e00-\u9fff]{2,14}(?:获悉|了解到)/u.test(text.slice(wordEnd, wordEnd + 18))) return;
    report(wordStart, wordEnd, `“${word}”没有写明来源，建议删去，或写明资料出处。`);
  },
});
