import { defineRule } from '../../../rule.ts';

const OPENING = '“《（〔【「(';
const CLOSING = '”》）〕】」)';
const ENDS = new Set(['。', '！', '？', '…', '”', '》', '）', '；', '：', '」', ')']);

/** Quotation marks, title marks and brackets that lack their partner within the paragraph (标点不配对). */
export const rule = defineRule({
  id: 'punctuation-pairs',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.8.3.4',
  title: '引号、书名号、括号成对使用',
  summary:
    '同一段内引号、书名号、括号缺前一半或后一半的，报所余的一半。“1）”式序次语、多段引文的段首引号、被版面断开的段落不在此列。缺在何处由编者定，故不给改法。',
  exempt: [],
  blocks: ['paragraph', 'note', 'heading'],
  checkPassage({ text, start, end, block }, report) {
    const open: number[] = [];
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      // Most of a text are Han characters: they lie between the marks of the two blocks and are passed over at once.
      if ((code >= 0x3020 && code < 0xff08) || (code < 0x2018 && code !== 0x28 && code !== 0x29)) continue;
      const mark = text.charAt(at);
      if (OPENING.includes(mark)) open.push(at);
      else if (CLOSING.includes(mark)) closePair(text, start, at, open, report);
    }
    // A paragraph that stops in mid-sentence goes on elsewhere: its partner may stand there.
    if (open.length > 0 && block.kind !== 'heading' && !ENDS.has(text.charAt(end - 1))) return;
    for (const at of open) {
      if (at === start && text[at] === '“') continue;
      report(at, at + 1, `“${text.charAt(at)}”在本段内没有配对的后一半，请核对。`);
    }
  },
});

function closePair(text: string, start: number, at: number, open: number[], report: ReportPair): void {
  const kind = kindOf(text.charAt(at), CLOSING);
  const last = open[open.length - 1];
  if (last !== undefined && kindOf(text.charAt(last), OPENING) === kind) {
    open.pop();
    return;
  }
  const partner = findLast(text, open, kind);
  if (partner >= 0) {
    for (const lost of open.splice(partner).slice(1)) {
      report(lost, lost + 1, `“${text.charAt(lost)}”在本段内没有配对的后一半，请核对。`);
    }
    return;
  }
  if (/[\dA-Za-z一二三四五六七八九十①-⑳]/u.test(text.charAt(at - 1)) && kind === 2) return;
  if (startsInMidSentence(text, start)) return;
  report(at, at + 1, `“${text.charAt(at)}”在本段内没有配对的前一半，请核对。`);
}

type ReportPair = (start: number, end: number, message: string) => void;

/** Round brackets of both widths count as one kind: mixing them is a matter of its own. */
function kindOf(mark: string, marks: string): number {
  const index = marks.indexOf(mark);
  return index === 6 ? 2 : index;
}

/** Whether what stands before the paragraph broke off without a stop, so that the other half may stand there. */
function startsInMidSentence(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && /\s/u.test(text.charAt(before))) before -= 1;
  return before >= 0 && !ENDS.has(text.charAt(before));
}

function findLast(text: string, open: readonly number[], kind: number): number {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    if (kindOf(text.charAt(open[index]!), OPENING) === kind) return index;
  }
  return -1;
}
