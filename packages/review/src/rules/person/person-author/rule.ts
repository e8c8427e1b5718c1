import { isEditorialNote, isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';

/** The author speaks of himself or of the text in hand (作者自称): 笔者、本文. */
export const rule = defineRule({
  id: 'person-author',
  family: 'person',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用笔者、本文、本刊等自称',
  summary: '正文不出现“笔者”“编者”“本文”“本刊”“本报”等自称，建议删去或改写名称。',
  why: '志鉴由多人供稿、集体编纂，正文没有“笔者”；这类字样多是移用文章、报道时留下的。',
  silent: '编辑说明、凡例、序跋、后记和引文、照录的文章不报；“编者按”不报。',
  covers: ['LN-DEX-04'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  words: ['笔者', '编者', '本文', '本刊', '本报讯', '本报记者', '本刊记者'],
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start } = passage;
    const word = text.slice(wordStart, wordEnd);
    const before = text.charAt(wordStart - 1);
    if (
      word === '本文' &&
      (/[基版样剧课书原译文抄孤善绘唱]/u.test(before) || /[化字件物职明本]/u.test(text.charAt(wordEnd)))
    )
      return;
    if (word === '编者' && (/[主汇改选续新]/u.test(before) || /[按注]/u.test(text.charAt(wordEnd)))) return;
    if (/^本[报刊]记者$/u.test(word) && /摄/u.test(text.slice(wordEnd, wordEnd + 8))) return;
    // 编者：甲某 names him; so does 《某书》编者甲某.
    if (word === '编者' && (/[:：]/u.test(text.charAt(wordEnd)) || wordStart === start)) return;
    if (isForeword(passage) || isEditorialNote(passage)) return;
    report(wordStart, wordEnd, `“${word}”为作者自称，建议删去，或改写为具体名称。`);
  },
});
