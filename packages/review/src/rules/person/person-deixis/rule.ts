import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { listWords } from '../../../wording/list-words.ts';

const WORDS = listWords(
  '我省 我市 我县 我区 我州 我局 我校 我院 我厂 我乡 我镇 我村 我委 我办 我站 我馆',
  '我公司 我单位 我中心 我部门 我街道 我们 咱们 我军 我党 我辖区 我自治县 我自治州',
  '本省 本市 本县 本局 本校 本辖区 本自治县 本自治州',
);

/** 自我、忘我、小我、原本、基本、成本 are other words. */
const NOT_BEFORE_WO = /[自忘小大唯非超真你敌]/u;
const NOT_BEFORE_BEN = /[自基根原资成日样版文剧课书唱脚译孤善标范]/u;
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  我区: /^[别分]/u,
  我部门: /^$/u,
  我市: /^[场]/u,
  我局: /^[限部]/u,
  本市: /^[场]/u,
  本局: /^部/u,
};
/** Each one's own, where duties are told: 各乡镇负责本辖区. */
const EACH = /[各每][\u4e00-\u9fff、]{0,12}$|负责$|管理$|立足$/u;

/** First person and “this county” (第一人称、本位指称): 我县、本县. */
export const rule = defineRule({
  id: 'person-deixis',
  family: 'person',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '用第三人称',
  summary: '志书、年鉴用第三人称，“我县”“本县”“我局”“我们”建议改写地名、单位名。',
  why: '志鉴供各地各时的读者使用，“我县”“本局”离开供稿单位就不知所指。',
  silent: '引文、歌谣、书名、照录的文献和署名的序跋不报；“自我”“原本”“成本”等词不报；简报不查。',
  covers: ['LN-DEX-01', 'LN-DEX-02', 'GZ-WRT-04', 'YB-CHR-08'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  words: WORDS,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start, end } = passage;
    const word = text.slice(wordStart, wordEnd);
    const before = text.slice(Math.max(start, wordStart - 14), wordStart);
    if ((word.startsWith('本') ? NOT_BEFORE_BEN : NOT_BEFORE_WO).test(before.slice(-1))) return;
    if (NOT_AFTER[word]?.test(text.slice(wordEnd, Math.min(end, wordEnd + 5)))) return;
    if (/^本(?:辖区|校|局)$/u.test(word) && EACH.test(before)) return;
    // In a signed foreword its author speaks.
    if (word.startsWith('我') && isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”为第一人称或本位指称，建议改写名称。`);
  },
});
