import { defineRule } from '../../../rule.ts';
import { listWords } from '../../../wording/list-words.ts';

/** What is done on a visit. */
const VISITS = listWords(
  '视察 调研 考察 参观 访问 检查 督查 督导 指导 慰问 洽谈 讲学 采访 演出 任教 投资',
  '调查 观摩 巡视 宣讲 授课 挂职 开店 办厂 交流 学习',
);

/** 来 as a verb of motion and where to: 来县、来我市、来乙县. */
const COME = /来((?:我|本|该)?[省市县区州校厂院局镇乡村馆站]|我|[\u4e00-\u9fff]{1,4}[省市县区州校厂院局镇乡村])$/u;
const NOT_BEFORE = /[近以年往历原从本向出起后用未自将外下上进回到带拿前月日天看想说越]/u;

/** 来 tells where the writer stands (来带主观方位): 来县视察 → 到县视察. */
export const rule = defineRule({
  id: 'person-direction',
  family: 'person',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“来县视察”改“到县视察”',
  summary: '“来县”“来我市”“来乙县”加视察、调研、考察、参观、演出等，“来”带有作者所在的方位，建议改用“到”。',
  why: '志鉴站在第三者的位置记述，不以本地为“这里”。',
  silent: '引文、书名、照录的文献和涉及领导人的句子不报；“近年来”“本来”等词不报。',
  covers: ['LN-DEX-03', 'GZ-WRT-05'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: VISITS,
  checkWord({ text, start, end }, wordStart, _, report) {
    const from = Math.max(start, wordStart - 7);
    let at = wordStart - 2;
    // 来
    while (at >= from && text.charCodeAt(at) !== 0x6765) at -= 1;
    if (at < from) return;
    const found = COME.exec(text.slice(at, wordStart));
    if (found === null || found.index !== 0) return;
    if (NOT_BEFORE.test(text.charAt(at - 1)) && at > start) return;
    const stop = Math.min(end, wordStart);
    report(at, stop, '“来”带有作者所在的方位，建议改用“到”。');
  },
});
