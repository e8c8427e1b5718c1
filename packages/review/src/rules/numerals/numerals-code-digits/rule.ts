import { defineRule } from '../../../rule.ts';

const HAN = '〇零一二三四五六七八九';

/** The number of a bus line, a train or a highway in Chinese numerals (编号用汉字数字): 三〇二路公交车. */
export const rule = defineRule({
  id: 'numerals-code-digits',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.1.2',
  title: '编号用阿拉伯数字',
  summary: '公交线路、车次、国道省道等的编号用阿拉伯数字，逐位写成汉字数字的（如“三〇二路公交车”）建议改写。',
  why: '编号是代码，不是数量，用汉字逐位写出不便辨认和检索。',
  silent: '只查公交线路、列车车次和国道、省道、县道；以数字作名称的医院、工厂、部队不报。',
  covers: ['LN-NUM-02'],
  exempt: ['quotation', 'title', 'errata'],
  words: ['路公交', '路公共汽车', '路电车', '次列车', '次快车', '次特快', '次客车', '国道', '省道', '县道'],
  checkWord({ text, start }, at, end, report) {
    let from = at;
    while (from > start && HAN.includes(text.charAt(from - 1))) from -= 1;
    if (at - from < 2 || at - from > 4) return;
    const isRoad = text.charAt(at + 1) === '道' && end === at + 2;
    // 两三次 and 二三路 are approximations, not codes; roads have three numerals.
    if (
      isRoad
        ? at - from !== 3
        : at - from === 2 && Math.abs(HAN.indexOf(text.charAt(from)) - HAN.indexOf(text.charAt(from + 1))) === 1
    )
      return;
    if (from > start && /[第、十百千]/u.test(text.charAt(from - 1))) return;
    const digits = Array.from(text.slice(from, at), (mark) => DIGIT[mark] ?? mark).join('');
    report(from, at, '编号用汉字数字写出，建议改用阿拉伯数字。', { replacement: digits });
  },
});

const DIGIT: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
