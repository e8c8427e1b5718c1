import { defineRule } from '../../../rule.ts';
import { MARKET_UNITS, type OldUnit } from '../../../units/market-units.ts';
import { isConversion, isConverted, listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';
import { speaksOfOldTimes } from '../../../wording/speaks-of-old-times.ts';

const BY_LENGTH = [...MARKET_UNITS].sort((a, b) => b.name.length - a.name.length);

/** What makes the same characters another word: 300担任、12里铺、14寸彩电、1991、1992两年. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  担: /^[任保当负架]/u,
  里: /^[铺店庄河堡屯桥沟湾村亚斯尔拉]/u,
  寸: /^[彩液电黑照屏]/u,
  英寸: /^(?:[彩液电黑照屏显平晶硅]|半导体|芯片|产线|集成)/u,
  丈: /^[夫量]/u,
  英尺: /^(?:集装箱|标准箱|标箱|箱)/u,
  尺: /^[寸码子]/u,
  两: /^(?![，。；、）)]|\d+钱|$)/u,
  钱: /^(?![，。；、）)]|$)/u,
  磅: /^[礴纸秤]/u,
  克拉: /^[克玛]/u,
};
const HAN_NUMERAL = /[〇一二三四五六七八九十百千万亿两半数几多余每／/]$/u;
const MONEY = /[金银]/u;

/** A market or imperial unit behind a number (非法定计量单位), with its conversion as evidence. */
export const rule = defineRule({
  id: 'units-market',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '41',
  title: '市制、英制单位换用法定计量单位',
  summary:
    '数字后的斤、里、尺、丈、担、两、磅、英尺、英里、英亩、加仑、公分、公尺、公升、公吨、公亩等建议换用法定计量单位，依据中附换算值。换算后的位数由编者定，故不给改法。',
  why: '市制、英制和“公”字头旧单位（公斤、公里、公顷除外）已停止使用，同一书中新旧单位并见，数字无法比较。',
  silent:
    '引文、书名、大事记、照录的文献不报；记述清代、民国和1984年以前旧制的不报；已括注法定单位的不报；电视机等商品规格不报。',
  covers: [
    'LN-UNI-01',
    'LN-UNI-02',
    'LN-UNI-03',
    'LN-UNI-04',
    'LN-UNI-05',
    'LN-UNI-06',
    'LN-UNI-07',
    'LN-UNI-08',
    'LN-UNI-09',
    'LN-UNI-10',
    'LN-UNI-13',
    'LN-UNI-17',
    'LN-UNI-18',
    'LN-UNI-19',
    'LN-UNI-20',
    'LN-UNI-21',
    'LN-UNI-22',
    'LN-UNI-23',
    'LN-UNI-24',
    'LN-UNI-25',
    'LN-UNI-26',
    'LN-UNI-42',
    'LN-UNI-43',
  ],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: [
    ...listUnitWords(MARKET_UNITS.map(({ name }) => name)),
    ...MARKET_UNITS.filter(({ plain }) => plain).map(({ name }) => name),
  ],
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start, end } = passage;
    const unit = BY_LENGTH.find(({ name }) => text.startsWith(name, wordEnd - name.length))!;
    const head = wordEnd - unit.name.length;
    if (NOT_AFTER[unit.name]?.test(text.slice(wordEnd, Math.min(end, wordEnd + 6)))) return;
    if (isConverted(text, wordEnd, end)) return;
    const message = `“${unit.name}”不是法定计量单位，建议换算为${unit.legal}。`;
    const amount = readAmountBefore(text, start, head);
    // A plain unit is found once more behind its digits.
    if (wordStart === head && amount !== undefined) return;
    if (amount === undefined) {
      const isNumbered = wordStart === head && HAN_NUMERAL.test(text.slice(Math.max(start, head - 1), head));
      if (isNumbered && !speaksOfOldTimes(passage, head)) report(head, wordEnd, message);
      return;
    }
    if (unit.name === '两' && MONEY.test(text.slice(Math.max(start, amount.start - 6), wordEnd + 3))) return;
    if (unit.name === '钱' && !text.slice(Math.max(start, amount.start - 2), amount.start).includes('两')) return;
    if (isConversion(text, start, amount.start) || speaksOfOldTimes(passage, amount.start)) return;
    const value = convert(unit, amount.digits, amount.scale);
    report(amount.start, wordEnd, message, { evidence: [{ label: '换算', value }] });
  },
});

function convert({ name, factor, legal }: OldUnit, digits: string, scale: string): string {
  const amount = Number((Number(digits) * factor).toPrecision(6));
  return `${digits}${scale}${name}＝${amount}${scale}${legal}`;
}
