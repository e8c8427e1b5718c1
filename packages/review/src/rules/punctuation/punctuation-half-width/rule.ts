import { joinsForeignName } from '../../../punctuation/joins-foreign-name.ts';
import { defineRule } from '../../../rule.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };
const NUMBERING = new Set('一二三四五六七八九十图表第号'.split(''));

/** A half-width mark between Chinese characters (中文之间用了半角标点). */
export const rule = defineRule({
  id: 'punctuation-half-width',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '中文之间不用半角标点',
  summary: '前后都是汉字的逗号、句号、分号、冒号、问号、叹号用全角，汉字与年份之间的也是。',
  why: '半角标点占位不同，中文里混用会使版面参差，也妨碍检索。',
  silent: '其余数字、字母旁边的半角标点，序号后的下脚点和外国人名之间的点不报；全书都用半角的只提示一次。',
  covers: ['LN-PUN-44'],
  exempt: [],
  habit: 20,
  on: ',;:?!.',
  check({ text, start, end }, at, report) {
    if (at === start || at + 1 >= end) return;
    if (!isHan(text.charCodeAt(at - 1)) && !isClosing(text.charCodeAt(at - 1))) return;
    const next = text.charCodeAt(at + 1);
    if (!isHan(next) && !isOpening(next) && !startsYear(text, at, next)) return;
    if (text.charCodeAt(at) === 0x2e) {
      // 一.概况 and 表一.1 are numbering, not the end of a sentence.
      if (at - start < 4 || NUMBERING.has(text.charAt(at - 1)) || joinsForeignName(text, start, end, at)) return;
    }
    report(at, at + 1, '中文之间用了半角标点，建议改为全角。', { replacement: FULL[text.charAt(at)] });
  },
});

/** A comma or a full stop typed half-width before a year: 更名,1986年. */
function startsYear(text: string, at: number, next: number): boolean {
  if (next < 0x31 || next > 0x32 || text.charCodeAt(at + 5) !== 0x5e74) return false;
  const mark = text.charCodeAt(at);
  return (mark === 0x2c || mark === 0x2e) && /^\d{4}$/u.test(text.slice(at + 1, at + 5));
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
