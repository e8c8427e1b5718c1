import { GANZHI, NO_GANZHI, printGanzhi } from '../../../calendar/ganzhi.ts';
import { defineRule } from '../../../rule.ts';

/** Characters that are taken for a stem or a branch in print. */
const ALIKE: readonly (readonly [right: string, wrong: string])[] = [
  ['未', '末'],
  ['戌', '戍戎'],
  ['己', '已巳'],
  ['巳', '已己'],
  ['戊', '戌戍戎'],
  ['辛', '幸'],
  ['壬', '王任'],
  ['癸', '葵'],
  ['卯', '卵'],
  ['午', '牛'],
  ['丑', '刃'],
  ['丙', '内'],
];

/** Misprint → the pairs it may stand for. */
const MISPRINTS = new Map<string, string[]>(NO_GANZHI.map((pair) => [pair, []]));
for (const pair of GANZHI)
  for (const [right, wrong] of ALIKE)
    for (const each of wrong)
      for (const misprint of [pair.replace(right, each)])
        if (misprint !== pair && !GANZHI.includes(misprint))
          MISPRINTS.set(misprint, [...(MISPRINTS.get(misprint) ?? []), pair]);

const AFTER =
  /(?:年(?![级代轻])|岁(?![的以])|[（(](?:公元)?\d{3,4}年?[）)]|变法|政变|维新|战争|赔款|革命|科(?:进士|举人|乡试|会试)|[）)])/uy;
const YEAR_AFTER = /年?[（(](?:公元)?(\d{3,4})年?[）)]/uy;
const BEFORE = /(?:岁次|农历|夏历|阴历|旧历|干支|岁在|[一二三四五六七八九十元\d]年[（(，,]?)$/u;

/** Two characters printed for a ganzhi that the cycle does not have (干支误字): 己末年, 甲丑年. */
export const rule = defineRule({
  id: 'dates-ganzhi-form',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '干支用字',
  summary: '六十甲子中没有的干支，如“甲丑”，和形近误字，如“己末”（己未）、“戊戍”（戊戌）、“乙已”（乙巳）。',
  why: '干支误一字即无此年，读者无从换算。',
  silent: '前后没有年、岁、括注公元、年号纪年等纪年标志的不报。',
  covers: ['GZ-CHR-05'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  words: [...MISPRINTS.keys()],
  checkWord({ text, start, end }, at, last, report) {
    AFTER.lastIndex = last;
    const after = AFTER.exec(text)?.[0];
    const isDated = BEFORE.test(text.slice(Math.max(start, at - 4), at));
    if (after === undefined && !isDated) return;
    if (after !== undefined && /^[）)]$/u.test(after) && !isDated) return;
    // 自己末年, 人丁末年, 早已未年…: the first character ends another word.
    if (
      !isDated &&
      after === '年' &&
      /[\u4e00-\u9fff]/u.test(text.charAt(at - 1)) &&
      !/[于在至自的是，]/u.test(text.charAt(at - 1))
    )
      return;
    if (text[at - 1] === '自' && text[at] === '己') return;
    const printed = text.slice(at, last);
    const rights = MISPRINTS.get(printed) ?? [];
    YEAR_AFTER.lastIndex = last;
    const bracket = YEAR_AFTER.exec(text);
    const year = bracket === null || last + bracket[0].length > end ? undefined : Number(bracket[1]);
    const right = year === undefined ? (rights.length === 1 ? rights[0] : undefined) : printGanzhi(year);
    // Two characters that share nothing with the computed pair are no misprint of it alone.
    const isSure =
      right !== undefined && (rights.includes(right) || right[0] === printed[0] || right[1] === printed[1]);
    const message = isSure
      ? `六十甲子中没有“${printed}”，疑为“${right}”，请核对。`
      : `六十甲子中没有“${printed}”，请核对。`;
    report(at, last, message, isSure ? { replacement: right } : {});
  },
});
