import { defineRule } from '../../../rule.ts';

/** A book number whose last digit does not fit (书号校验位): ISBN of 13 or 10 digits. */
export const rule = defineRule({
  id: 'structure-isbn',
  family: 'structure',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '书号校验位',
  summary: '复算ISBN末位校验码，位数不对或校验码不符的，请核对版权页。依据中附复算结果。',
  why: '书号错一位，就查不到这本书，也可能不是正式书号。',
  silent: '校验相符的不报；没有“ISBN”字样的数字不查。',
  covers: ['YB-PUB-01', 'YB-CMP-02'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  words: ['ISBN', 'isbn', 'Isbn'],
  checkWord({ text, end }, wordStart, wordEnd, report) {
    const found = /^(?:[-\s]?1[03])?[\s:：号]{0,3}((?:\d[-—–－ ]?){8,16}[\dXx]?)/u.exec(
      text.slice(wordEnd, Math.min(end, wordEnd + 32)),
    );
    if (found === null) return;
    const digits = found[1]!.replaceAll(/[^\dXx]/gu, '').toUpperCase();
    const stop = wordEnd + found[0].trimEnd().length;
    if (digits.length !== 10 && digits.length !== 13) {
      report(wordStart, stop, `书号为13位（2007年以前为10位），此处为${digits.length}位，请核对。`);
      return;
    }
    const expected = digits.length === 13 ? checkThirteen(digits) : checkTen(digits);
    if (digits.endsWith(expected)) return;
    report(wordStart, stop, `书号校验码应为${expected}，印作${digits.slice(-1)}，请核对。`, {
      evidence: [{ label: '复算校验码', value: expected }],
    });
  },
});

function checkThirteen(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(digits[index]) * (index % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function checkTen(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (10 - index);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
