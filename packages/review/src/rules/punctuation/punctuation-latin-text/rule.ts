import { defineRule } from '../../../rule.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const HALF: Readonly<Record<string, string>> = {
  '，': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  ',': ', ',
};

/** Marks within an English phrase (英文词句的标点): Learn by doing，live by giving; Soil,Water and Reed. */
export const rule = defineRule({
  id: 'punctuation-latin-text',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '英文词句用英文标点',
  summary: '夹在英文词句中间的全角标点改为半角，英文逗号后面空一格。',
  why: '英文按英文的标点断句，用全角标点会前后脱开，逗号后不空格则两词连成一词。',
  silent: '单个外文词、型号、缩写并列时的标点，一边是汉字的，不报。',
  covers: ['LN-PUN-44'],
  exempt: ['errata'],
  habit: 20,
  words: [...LETTERS].flatMap((letter) => [...'，；：？！,'].map((mark) => letter + mark)),
  checkWord({ text, start, end: limit }, at, end, report) {
    const mark = at + 1;
    const before = /(?:^|[^A-Za-z])((?:[A-Za-z'’]+ )*[A-Za-z][a-z'’]+)$/u.exec(
      text.slice(Math.max(start, at - 60), mark),
    )?.[1];
    const after = /^ ?([A-Za-z][a-z'’]+(?: [A-Za-z'’]+)*)/u.exec(text.slice(end, Math.min(limit, end + 60)))?.[1];
    if (before === undefined || after === undefined) return;
    const isHalf = text[mark] === ',';
    // One word on each side is a list of Chinese text: CO、Windows，Linux; a space behind a half-width comma is right.
    if (isHalf ? text[end] === ' ' || !/ /u.test(before + after) : !/ /u.test(before) || !/ /u.test(after)) return;
    if (isHalf && (before.length < 3 || after.length < 3)) return;
    const to = text[end] === ' ' ? end + 1 : end;
    report(mark, to, isHalf ? '英文逗号后面宜空一格。' : '英文词句中用了全角标点，建议改为半角。', {
      replacement: HALF[text.charAt(mark)],
    });
  },
});
