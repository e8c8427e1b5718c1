import { defineRule } from '../../../rule.ts';
import { speaksOfOldTimes } from '../../../wording/speaks-of-old-times.ts';

/** Classical particles in modern prose (文白夹杂): 遂于、斯年、即行. */
export const rule = defineRule({
  id: 'style-classical',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '用语体文',
  summary: '当代记述中的“遂于”“斯年”“即行”“甫一”“于兹”等文言词，建议改用现代汉语。',
  why: '文白夹杂，读来别扭，时间、因果也不明白。',
  silent: '引文、碑文、照录的文献和记述古代、近代的段落不报；“翌年”“是年”等志书习用的不报。',
  covers: ['GZ-WRT-01'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  words: [
    '遂于',
    '遂将',
    '遂即',
    '遂由',
    '斯年',
    '斯时',
    '即行',
    '甫一',
    '于兹',
    '爰于',
    '乃于',
    '乃将',
    '始克',
    '俟后',
    '嗣后',
    '职是之故',
    '是以',
    '盖因',
    '迨至',
  ],
  checkWord(passage, wordStart, wordEnd, report) {
    const { text } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (/[顺完半不未立随自]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '即行' && /[动业政程]/u.test(text.charAt(wordEnd))) return;
    if (word === '是以' && !/[，。；]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '乃将' && /^[领军]/u.test(text.charAt(wordEnd))) return;
    if (speaksOfOldTimes(passage, wordStart)) return;
    report(wordStart, wordEnd, `“${word}”为文言用语，建议改用现代汉语。`);
  },
});
