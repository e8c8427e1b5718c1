import { defineRule } from '../../../rule.ts';

const HAN = '〇一二三四五六七八九';
const COUNTED = new Set('个天人岁名倍户家件条间头只里亩米吨次项位'.split(''));

/** An approximation in Arabic digits (概数误用阿拉伯数字): 3、4个月, 30几人. */
export const rule = defineRule({
  id: 'numerals-approximate-digits',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.2.2',
  title: '概数用汉字数字',
  summary: '相邻两个数字连用或带“几”的概数用汉字数字，写成“3、4个月”“30几人”的建议改写。',
  why: '“3、4个月”可以读作“第3、第4个月”，改用“三四个月”才没有歧义。',
  silent: '“第3、4个”“3、4月”“1、2号机组”以及三项以上的并列不报。',
  covers: ['LN-NUM-05'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  words: [
    '1、2',
    '2、3',
    '3、4',
    '4、5',
    '5、6',
    '6、7',
    '7、8',
    '8、9',
    ...Array.from({ length: 10 }, (_, digit) => `${digit}几`),
  ],
  checkWord(passage, at, end, report) {
    const { text, start, end: limit } = passage;
    if (text[at + 1] === '几') {
      checkSome(text, start, at, report);
      return;
    }
    const counted = text.charAt(end);
    if (end >= limit || !COUNTED.has(counted)) return;
    if (at > start && /[第\d.、，,：:（(—～\-A-Za-z年月日和及与至号]/u.test(text.charAt(at - 1))) return;
    if (counted === '次' && /[会全]/u.test(text.charAt(end + 1))) return;
    report(at, end, '概数用汉字数字，中间不用顿号，建议改写。', {
      replacement: `${HAN.charAt(Number(text[at]))}${HAN.charAt(Number(text[at + 2]))}`,
    });
  },
});

function checkSome(
  text: string,
  start: number,
  at: number,
  report: (start: number, end: number, message: string, detail?: { replacement: string }) => void,
): void {
  const tens = text.charAt(at - 1);
  if (at - 1 < start || text[at] !== '0' || !/[1-9]/u.test(tens)) return;
  if (at - 2 >= start && /[\d.A-Za-z]/u.test(text.charAt(at - 2))) return;
  report(at - 1, at + 2, '带“几”的概数用汉字数字，建议改写。', {
    replacement: `${tens === '1' ? '' : HAN.charAt(Number(tens))}十几`,
  });
}
