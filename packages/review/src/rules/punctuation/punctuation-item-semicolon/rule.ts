import { defineRule } from '../../../rule.ts';

const REACH = 300;
const MARKERS = [
  '二是',
  '三是',
  '四是',
  '五是',
  '六是',
  '（二）',
  '（三）',
  '（四）',
  '（2）',
  '（3）',
  '（4）',
  '2.',
  '3.',
  '4.',
  '②',
  '③',
  '④',
  '第二，',
  '第三，',
  '其次，',
  '再次，',
];
const MARKER = /[一二三四五六]是|（[一二三四五六\d]）|(?<!\d)[1-9]\.(?!\d)|[①-⑥]|第[一二三四五]，|首先，|其次，/gu;

/** A semicolon at the end of an item that holds a full stop (分项已有句号用分号). */
export const rule = defineRule({
  id: 'punctuation-item-semicolon',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.5',
  title: '分项内已有句号的，项末不用分号',
  summary: '分项列举时，项内已经用了句号，各项末尾就不再用分号，而用句号。',
  why: '句号的层次高于分号，项内断句而项末不断，层次颠倒。',
  silent: '项内没有句号的、句号在引号或括号里的、照录的文件不报。',
  covers: ['LN-PUN-35'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn', 'errata'],
  words: MARKERS.map((marker) => `；${marker}`),
  checkWord({ text, start }, at, end, report) {
    const from = Math.max(start, at - REACH);
    const before = text.slice(from, at);
    let item = -1;
    for (const { index } of before.matchAll(MARKER)) {
      if (index === 0 || /[：；。，\s]/u.test(before.charAt(index - 1))) item = index;
    }
    if (item < 0) return;
    const inner = before.slice(item).replace(/“[^”]*”|（[^）]*）/gu, '');
    if (!/。./u.test(inner)) return;
    report(at, end, '本项之内已有句号，项末不宜用分号。');
  },
});
