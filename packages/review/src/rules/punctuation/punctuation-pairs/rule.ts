import { defineRule, type Passage, type Report } from '../../../rule.ts';

/** Opening and closing mark, and what the pair is: round brackets of both widths are one kind. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['〔', '〕'],
  ['【', '】'],
  ['「', '」'],
  ['(', ')'],
  ['〈', '〉'],
];
const ROUND = 2;

/** Kind of a mark by its code: `k + 1` opens, `-(k + 1)` closes, 0 is no such mark. */
const KINDS = new Int8Array(65_536);
PAIRS.forEach(([open, close], index) => {
  const kind = open === '(' ? ROUND : index;
  KINDS[open.charCodeAt(0)] = kind + 1;
  KINDS[close.charCodeAt(0)] = -(kind + 1);
});

/** Behind 〉 the outer title still has to end. */
const ENDS = new Set(['。', '！', '？', '…', '”', '》', '）', '；', '」', ')', '】', '〕']);

/** Marks of the block that is read which are still without their partner. */
const open: number[] = [];

/** Quotation marks, title marks and brackets that lack their partner within the paragraph (标点不配对). */
export const rule = defineRule({
  id: 'punctuation-pairs',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.8.3.4',
  title: '引号、书名号、括号成对使用',
  summary: '同一段内引号、书名号、括号缺前一半或后一半的，报所余的一半。缺在何处由编者定，故不给改法。',
  why: '标号缺了一半，引文、书名、注释的起止就读不出来。',
  silent: '“1）”“a）”式序次语、多段引文的段首引号、被版面断开的段落、诗词和公式，不报。',
  covers: ['WORD-D-6'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'heading'],
  on: PAIRS.flat().join(''),
  check(passage, at, report) {
    const { text } = passage;
    const kind = KINDS[text.charCodeAt(at)]!;
    if (kind > 0) open.push(at);
    else if (open.length > 0 && KINDS[text.charCodeAt(open[open.length - 1]!)] === -kind) open.pop();
    else closePair(passage, at, -kind, open, report);
  },
  finish(passage, report) {
    if (open.length === 0) return;
    reportOpen(passage, open, report);
    open.length = 0;
  },
});

function reportOpen({ text, start, end, block }: Passage, open: readonly number[], report: Report): void {
  // A paragraph that stops in mid-sentence goes on elsewhere: its partner may stand there.
  const last = text.charAt(end - 1);
  if (block.kind !== 'heading' && !ENDS.has(last)) return;
  for (const at of open) {
    if (text[at] === '“' && (findMark(text, end, 1) === '”' || opensNext(text, end))) continue;
    // The second and later paragraphs of a long quotation begin with a mark of their own.
    if (text.slice(start, at).trim() === '' && text[at] === '“') continue;
    report(at, at + 1, `“${text.charAt(at)}”在本段内没有配对的后一半，请核对。`);
  }
}

/** A closing mark whose partner is not the last one open: either those between are lost, or its own is. */
function closePair({ text, start }: Passage, at: number, kind: number, open: number[], report: Report): void {
  let partner = open.length - 1;
  while (partner >= 0 && KINDS[text.charCodeAt(open[partner]!)] !== kind) partner -= 1;
  if (partner >= 0) {
    for (const lost of open.splice(partner).slice(1)) {
      report(lost, lost + 1, `“${text.charAt(lost)}”在本段内没有配对的后一半，请核对。`);
    }
    return;
  }
  if (kind === ROUND + 1 && endsOrdinal(text, start, at)) return;
  if (startsInMidSentence(text, start)) return;
  // A quotation of several paragraphs ends here; 〕 behind a letter is a bracket of phonetic signs read wrongly.
  if (text[at] === '”' && findMark(text, start - 1, -1) === '“') return;
  if (text[at] === '〕' && /[A-Za-z\d]/u.test(text.charAt(at - 1))) return;
  report(at, at + 1, `“${text.charAt(at)}”在本段内没有配对的前一半，请核对。`);
}

/** Whether the paragraph behind begins with a quotation mark of its own: a quotation of several paragraphs goes on. */
function opensNext(text: string, end: number): boolean {
  return /^\s+“/u.test(text.slice(end, end + 8));
}

const REACH = 4000;

/** The next quotation mark of another paragraph, before or behind; none within reach is the empty string. */
function findMark(text: string, from: number, step: 1 | -1): string {
  for (let at = from, left = REACH; left > 0 && at >= 0 && at < text.length; at += step, left -= 1) {
    const mark = text.charAt(at);
    if (mark === '“' || mark === '”') return mark;
  }
  return '';
}

/** `1）`, `a）`, `一）`, `①）`: the mark of an item, at its head or behind a stop. */
function endsOrdinal(text: string, start: number, at: number): boolean {
  return /(?:^|[\s，。；：、“])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/u.test(
    text.slice(Math.max(start, at - 5), at),
  );
}

/** Whether what stands before the paragraph broke off without a stop, so that the other half may stand there. */
function startsInMidSentence(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && /\s/u.test(text.charAt(before))) before -= 1;
  return before >= 0 && !ENDS.has(text.charAt(before));
}
