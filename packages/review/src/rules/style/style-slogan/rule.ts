import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { SLOGAN_PHRASES } from '../../../wording/empty-phrases.ts';

/** Slogans and figures of speech (决心句式、比喻渲染): 砥砺前行、如火如荼. */
export const rule = defineRule({
  id: 'style-slogan',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用口号、渲染语',
  summary: '“奋力谱写”“砥砺前行”“如火如荼”“跑出加速度”“蒸蒸日上”等口号和渲染语，建议删去，据实记述。',
  why: '口号、比喻没有可查考的内容，过几年读者也不知所指。',
  silent: '引文、书名、照录的文献、署名的序跋和涉及中央、领导人的句子不报；名称里的“一盘棋”等不报。',
  covers: ['EMP-03', 'EMP-05'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: SLOGAN_PHRASES,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (word === '一盘棋' && /[下]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '百花齐放' && /百家/u.test(text.slice(wordEnd, wordEnd + 4))) return;
    if (isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”为口号或渲染语，建议删去，据实记述。`);
  },
});
