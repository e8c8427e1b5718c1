import { countsOnWithin, opensList } from './opens-list.ts';
import { findDate } from './read-date.ts';
import { isOfficeName, isSourceAlone, readSource } from './read-source.ts';
import type { Line } from './scan-lines.ts';
import { endsSentence, endsText, isFull, isNoFirstLine, isParagraphIndent, type Wrapping } from './wrapping.ts';

/** How a paragraph of a bulletin begins. */
const OPENER =
  /^(?:会议(?:指出|要求|强调|认为|传达|还|对|听取|最后|由)|会上|会前|会后|近日|办?党组(?:成员|书记)|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}\s*年)/u;
/** First lines are two characters shorter; half a character less for a mark that hangs. */
const FIRST_LINE = 1.5;
/** In characters: what is set so far to the right begins anew. */
const RIGHT = 8;

/** True where line `at` goes on with the paragraph that began at `from`; nothing between them ends it. */
export function continuesParagraph(lines: readonly Line[], from: number, at: number, wrapping: Wrapping): boolean {
  const line = lines[at]!;
  const before = lines[at - 1]!;
  if (line.isHeading || line.isBullet || isSigned(lines, at)) return false;
  if (line.indent >= RIGHT && before.indent < RIGHT) return false;
  // Where each line is a paragraph, its blanks say so.
  if (wrapping.width === null && isParagraphIndent(line.indent)) return false;
  if (isSourceAlone(before.text)) return false;
  if (isSourceAlone(line.text)) return true;
  // A source ends its item, whatever comes.
  const tail = lines.slice(Math.max(from, at - 8), at).map(({ text }) => text);
  if (/[）)]$/u.test(before.text) && readSource(tail.join('')).source !== null) return false;
  if (at - 1 === from && isListTitle(before, wrapping)) return false;
  if (isFull(before, wrapping) && countsOnWithin(tail.join(''), line.text)) return true;
  if (endsSentence(before.text)) return wrapping.width !== null && goesOnBehindSentence(lines, from, at, wrapping);
  if (/[：:；;]$/u.test(before.text)) return goesOnBehindMark(line, before, wrapping);
  return true;
}

/** A day alone, or an office above one: a signature under a text. */
function isSigned(lines: readonly Line[], at: number): boolean {
  const isDay = (line: Line | undefined) => {
    const date = line && line.text.length < 24 ? findDate(line.text) : null;
    return date !== null && date !== undefined && date.start === 0 && date.end === line!.text.length;
  };
  return isDay(lines[at]) || (isDay(lines[at + 1]) && isOfficeName(lines[at]!.text.replaceAll(/\s/gu, '')));
}

/** 一、提高站位: a title within an item, without a mark at its end. */
function isListTitle(line: Line, wrapping: Wrapping): boolean {
  return (
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u.test(line.text) &&
    !/[。；：]/u.test(line.text) &&
    line.width <= 30 &&
    !isFull(line, wrapping)
  );
}

function goesOnBehindSentence(lines: readonly Line[], from: number, at: number, wrapping: Wrapping): boolean {
  const line = lines[at]!;
  const before = lines[at - 1]!;
  // A first line that ends a sentence at the edge, with a line behind it that cannot be a first one.
  const indent = at - 1 === from ? 2 : 0;
  if (isNoFirstLine(line, wrapping) && before.width + indent >= wrapping.width! - 2) return true;
  if (!isFull(before, wrapping)) return false;
  if (wrapping.hasIndents) return !isParagraphIndent(line.indent) && !opensTitle(lines, at, wrapping);
  if (wrapping.hasGaps) return !line.isAfterBlank;
  const isShort = line.width <= wrapping.width! - FIRST_LINE;
  if (!isNoFirstLine(line, wrapping) && (OPENER.test(line.text) || opensList(line.text))) return false;
  // A line that is short and yet goes on can only be the first of a paragraph.
  const behind = lines[at + 1];
  const isBroken = behind !== undefined && !/[。！？：；”）)】]$/u.test(line.text);
  return !(isShort && isBroken);
}

function goesOnBehindMark(line: Line, before: Line, wrapping: Wrapping): boolean {
  if (wrapping.width === null) return line.isAfterPageBreak && !opensList(line.text);
  if (wrapping.hasIndents) return !isParagraphIndent(line.indent);
  if (!isFull(before, wrapping)) return false;
  return !opensList(line.text) || isNoFirstLine(line, wrapping);
}

/** Short lines without an end, and then a paragraph: a title. */
function opensTitle(lines: readonly Line[], at: number, wrapping: Wrapping): boolean {
  for (let end = at; end < Math.min(lines.length, at + 5); end++) {
    if (isParagraphIndent(lines[end]!.indent)) return end > at;
    if (endsText(lines[end]!) || isFull(lines[end]!, wrapping)) return false;
  }
  return false;
}
