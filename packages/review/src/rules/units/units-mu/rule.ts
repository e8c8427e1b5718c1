import { defineRule } from '../../../rule.ts';
import { listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';
import { speaksOfOldTimes } from '../../../wording/speaks-of-old-times.ts';

/** Area in 亩 without hectares beside it (面积用“亩”未括注公顷). */
export const rule = defineRule({
  id: 'units-mu',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '48',
  title: '“亩”括注公顷',
  summary: '面积用“亩”的，小面积可以保留并括注公顷，大面积建议换用公顷、平方千米。依据中附换算值。',
  why: '亩不是法定计量单位，普通书刊写小面积可以用，须括注公顷。',
  silent: '亩产、亩均不报；已括注公顷、平方米的不报；引文、大事记、照录的文献和记述旧时田亩的不报。',
  covers: ['LN-UNI-12'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: listUnitWords(['亩']),
  checkWord(passage, _, wordEnd, report) {
    const { text, start, end } = passage;
    const amount = readAmountBefore(text, start, wordEnd - 1);
    if (amount === undefined || /[产均]/u.test(text.charAt(wordEnd))) return;
    if (/^[（(][^）)]*(?:公顷|平方)/u.test(text.slice(wordEnd, Math.min(end, wordEnd + 16)))) return;
    if (
      /(?:公顷|平方[千]?米)[（(](?:约?合|折合|即|约)?$/u.test(
        text.slice(Math.max(start, amount.start - 9), amount.start),
      )
    )
      return;
    if (speaksOfOldTimes(passage, amount.start)) return;
    const hectares = Number((Number(amount.digits) / 15).toPrecision(6));
    report(amount.start, wordEnd, '面积用“亩”，建议换算或括注公顷。', {
      evidence: [{ label: '换算', value: `${amount.digits}${amount.scale}亩＝${hectares}${amount.scale}公顷` }],
    });
  },
});
