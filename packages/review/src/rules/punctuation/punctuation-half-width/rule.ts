import { joinsForeignName } from '../../../punctuation/joins-foreign-name.ts';
import { defineRule } from '../../../rule.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };
const JOINING = new Set([',', ';', ':']);
const NUMBERING = new Set('一二三四五六七八九十图表第号'.split(''));

/** A half-width mark between Chinese characters (中文之间用了半角标点). */
export const rule = defineRule({
  id: 'punctuation-half-width',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '中文之间不用半角标点',
  summary:
    '前后都是汉字的逗号、句号、分号、冒号、问号、叹号用全角，汉字与数字、字母之间的逗号、冒号、分号，段末和后引号、后括号之前的也是。',
  why: '半角标点占位不同，中文里混用会使版面参差，也妨碍检索。',
  silent:
    '两边都是数字、字母的半角标点，序号后的下脚点、外国人名之间的点、名称自带的叹号（Yahoo!）不报；全书都用半角的只提示一次。',
  covers: ['LN-PUN-44'],
  exempt: [],
  habit: 20,
  on: ',;:?!.',
  check({ text, start, end }, at, report) {
    if (at === start) return;
    const before = text.charCodeAt(at - 1);
    if (isHan(before) && endsSentence(text, start, end, at)) {
      report(at, at + 1, '中文句末用了半角标点，建议改为全角。', { replacement: FULL[text.charAt(at)] });
      return;
    }
    if (at + 1 >= end) return;
    const next = text.charCodeAt(at + 1);
    // Decimals and times of day are most of them.
    if (isDigit(before) && isDigit(next)) return;
    const isDot = text.charCodeAt(at) === 0x2e;
    // Yahoo! and the like end in a mark of their own.
    const joinsLetters = JOINING.has(text.charAt(at));
    // A digit on one side alone belongs to a number; 1,234 and 3:1 have one on both.
    const isAfter = isHan(before) || isClosing(before);
    if (!isAfter && (isDot || !isHan(next) || !(isFigure(before) || (joinsLetters && isLetter(before))))) return;
    const isBefore = isDot ? startsYear(text, at, next) : isDigit(next) || (joinsLetters && isLetter(next));
    if (!isBefore && !isHan(next) && !isOpening(next)) return;
    if (isDot) {
      // 一.概况 and 表一.1 are numbering, not the end of a sentence.
      if (at - start < 4 || NUMBERING.has(text.charAt(at - 1)) || joinsForeignName(text, start, end, at)) return;
    }
    report(at, at + 1, '中文之间用了半角标点，建议改为全角。', { replacement: FULL[text.charAt(at)] });
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Behind a Han character at the end of the paragraph, or of what is quoted or bracketed: 6万人次. */
function endsSentence(text: string, start: number, end: number, at: number): boolean {
  if (at - start < 6 || NUMBERING.has(text.charAt(at - 1))) return false;
  return at + 1 === end ? end - start >= 8 : isClosing(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A digit, % or ％. */
function isFigure(code: number): boolean {
  return isDigit(code) || code === 0x25 || code === 0xff05;
}

/** A full stop typed half-width before a year: 更名.1986年. */
function startsYear(text: string, at: number, next: number): boolean {
  if (next < 0x31 || next > 0x32 || text.charCodeAt(at + 5) !== 0x5e74) return false;
  return /^\d{4}$/u.test(text.slice(at + 1, at + 5));
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** ” 》 ） */
function isClosing(code: number): boolean {
  return code === 0x201d || code === 0x300b || code === 0xff09;
}

/** “ 《 （ */
function isOpening(code: number): boolean {
  return code === 0x201c || code === 0x300a || code === 0xff08;
}
