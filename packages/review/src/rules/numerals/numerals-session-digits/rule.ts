import { printHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

const BODY =
  /届(?:[1-9]中全会|(?:全国|[\u4e00-\u9fff]{0,4}[省市县区州])?(?:人大|人民代表大会|政协|党代会|党代表大会)|中央委员会|中央纪委|中央纪律检查委员会|(?:人大)?常委会)/uy;

/** Arabic digits in the ordinal of a congress (会议届次用汉字): 11届全国人大. */
export const rule = defineRule({
  id: 'numerals-session-digits',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.3',
  title: '代表大会、中央全会的届次用汉字',
  summary: '人大、政协、党代表大会和中央全会的届次、会次习惯用汉字数字，如“十一届全国人大一次会议”。',
  why: '届次是会议名称的一部分，习惯用汉字，显得庄重，全书也应一致。',
  silent: '运动会、博览会等其他届次两可，不报；书名里的不报。全书都用阿拉伯数字的只提示一次。',
  covers: ['LN-NUM-08'],
  exempt: ['title', 'quotation', 'errata'],
  habit: 20,
  on: '届',
  check({ text, start, end }, at, report) {
    if (at === start || !isDigit(text.charCodeAt(at - 1))) return;
    let from = at - 1;
    while (from > start && isDigit(text.charCodeAt(from - 1))) from -= 1;
    BODY.lastIndex = at;
    const body = BODY.exec(text)?.[0];
    const number = Number(text.slice(from, at));
    if (body === undefined || at + body.length > end || number < 1 || number > 99) return;
    report(from, at, '会议届次习惯用汉字数字，建议改写。', { replacement: printHanNumber(number) });
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
