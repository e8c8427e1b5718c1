import { defineRule, type Report } from '../../../rule.ts';

const REACH = 60;

/** A typed space beside a full-width mark, or before a per cent sign (标点旁的空格): 320米 ，宽. */
export const rule = defineRule({
  id: 'punctuation-space',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标点旁边不空格',
  summary: '句中的点号、引号、括号前后，以及数字与“%”“‰”之间多打了空格，外文词旁边连打了几个空格，建议删去。',
  why: '全角标点已自带空隙，再空一格会疏密不匀，转行时还会错位。',
  silent:
    '标题、名单、表格式的行，段首的人名、大事记日期和括注后的空格，书名号外的空格，不报；全书都这样的只提示一次。',
  covers: ['LN-PUN-44'],
  exempt: ['errata'],
  habit: 20,
  on: ' \u3000',
  blocks: ['paragraph'],
  check({ text, start, end }, at, report) {
    if (at - start < 2 || at + 2 >= end) return;
    const code = text.charCodeAt(at + 1);
    if (isSpace(code)) {
      reportRun(text, start, end, at, report);
      return;
    }
    const behind = text.charCodeAt(at - 1);
    // Most spaces stand between words or after a number; those beside a mark are few.
    if (isSpace(behind) || !(isMark(code) || isMark(behind))) return;
    const before = text.charAt(at - 1);
    const next = text.charAt(at + 1);
    if (!SENTENCE_ENDS.has(text.charAt(end - 1)) || !isStray(start, at, before, next)) return;
    // Names in a row and lines of a table are set apart by spaces.
    if (/[ \u3000]{2}|[│┃|\t]/u.test(text.slice(Math.max(start, at - REACH), Math.min(end, at + REACH)))) return;
    report(at - 1, at + 2, '标点旁边有空格，建议删去。', { replacement: before + next });
  },
});

const SENTENCE_ENDS = new Set('。！？；：”）…');
const CLOSING = new Set('，。、；：！？）”’》');
const PAUSES = new Set('，、；：');
const HAN = /[\u4e00-\u9fff]/u;
const LETTER = /[A-Za-z]/u;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000;
}

/** A full-width mark, a quotation mark, % or ‰. */
function isMark(code: number): boolean {
  return (
    code === 0x25 ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2030 ||
    (code >= 0x3001 && code <= 0x3011) ||
    (code >= 0xff01 && code <= 0xff1f)
  );
}

/** Several spaces on end beside a word of Latin letters: 荷兰  Holstein   奶牛. */
function reportRun(text: string, start: number, end: number, at: number, report: Report): void {
  const before = text.charAt(at - 1);
  if (text.charAt(end - 1) !== '。' || isSpace(text.charCodeAt(at - 1)) || !/[\u4e00-\u9fffA-Za-z]/u.test(before))
    return;
  let to = at;
  while (to < end && isSpace(text.charCodeAt(to))) to += 1;
  const next = text.charAt(to);
  const joins = LETTER.test(before) && LETTER.test(next);
  if (!joins && !(HAN.test(before) ? LETTER.test(next) : HAN.test(next))) return;
  const near = text.slice(Math.max(start, at - REACH), Math.min(end, at + REACH));
  if (/[│┃|\t]/u.test(near) || (near.match(/[ \u3000]{2,}/gu)?.length ?? 0) > 3) return;
  report(at - 1, to + 1, '外文词旁边连打了几个空格，建议删去。', {
    replacement: `${before}${joins ? ' ' : ''}${next}`,
  });
}

function isStray(start: number, at: number, before: string, next: string): boolean {
  if (CLOSING.has(next)) return /[\u4e00-\u9fff\dA-Za-z%”》）]/u.test(before);
  if (next === '%' || next === '％' || next === '‰') return before >= '0' && before <= '9';
  if (before === '（' || before === '“' || before === '《') return true;
  // 李某 （594～669年）: a name at the head of its paragraph; 3月18日 “…”: a date of the chronicle.
  if (next === '（' || next === '“') return at - start > 8 && HAN.test(before) && !/[年月日时]/u.test(before);
  if (!/[\u4e00-\u9fff\d“《]/u.test(next)) return false;
  if (PAUSES.has(before)) return at - start > 2;
  return before === '”' && HAN.test(next);
}
