import { isPersonName } from './candidates/read-name.ts';
import type { Line } from './scan-lines.ts';
import { squeezeTitle } from './squeeze-text.ts';
import { isSourceAlone } from './read-source.ts';
import { opensList } from './opens-list.ts';
import { endsSentence, isFull, isParagraphIndent, type Wrapping } from './wrapping.ts';

/** Title of an item and the first line behind it; `end` is the line it was looked for on where there is none. */
export interface Title {
  readonly title: string;
  readonly subtitle: string | null;
  readonly end: number;
}

const MOST_LINES = 5;
const MOST_CHARACTERS = 90;
const FIRST_PART = /(?:会|会议|活动|[）)])$/u;
const SECOND_PART = /^(?:专题|传达|学习|研究|部署|安排|推动|推进|听取|审议|总结|助力|弘扬|主动)/u;
const DASH = /^\s*(?:——|――|—|--)\s*(?=\S)/u;

/**
 * Reads the title at a line (标题), over as many lines as it takes. `isDue` says that one has to come here: behind the head, a
 * column, a source; elsewhere a line has to look like one.
 */
export function readTitle(lines: readonly Line[], at: number, wrapping: Wrapping, isDue: boolean): Title {
  const none = { title: '', subtitle: null, end: at };
  const first = lines[at]!;
  if (!mayBeTitle(first) && !((isDue || first.isBullet) && isCall(first))) return none;
  if (!isDue && !first.isBullet && !looksLikeTitle(lines, at, wrapping)) return none;
  let end = at + 1;
  const hasMark = first.isHeading;
  while (end < lines.length && end - at < MOST_LINES && goesOn(lines, end, wrapping, hasMark)) end += 1;
  // Nothing but full lines: not a title on many lines, but a text without one, or a title of one full line.
  if (end - at > 1 && !hasMark && isFull(lines[end - 1]!, wrapping) && !DASH.test(lines[end - 1]!.text)) end = at + 1;
  return { ...nameTitle(lines.slice(at, end)), end };
}

/** True for a line that can be a title (标题): no sentence, not too long. */
export function mayBeTitle({ text, isHeading }: Line): boolean {
  if (/[。！？][^”』」）)》]/u.test(text) || text.length > MOST_CHARACTERS) return false;
  return isHeading || !(endsSentence(text) || /[，、；：]$/u.test(text));
}

/** True for a short call that may be a title where one is due: 守好书库，人人有责！ */
export function isCall({ text }: Line): boolean {
  return text.length <= 40 && /^[^。；：！？!?]{4,}[！？!?]$/u.test(text);
}

/** In the middle of an item: no full stop, no list, and a text behind it. */
function looksLikeTitle(lines: readonly Line[], at: number, wrapping: Wrapping): boolean {
  const line = lines[at]!;
  const before = lines[at - 1];
  const behind = lines[at + 1];
  if (
    behind === undefined ||
    opensList(line.text) ||
    (before && !endsSentence(before.text) && !/[）)]$/u.test(before.text))
  )
    return false;
  if (line.isHeading) return true;
  if (/^[（(]/u.test(line.text) || /，/u.test(line.text)) return false;
  if (wrapping.width === null) return line.width <= 60 && line.width >= 4 && mayFollow(lines, at + 1);
  if (wrapping.hasIndents && isParagraphIndent(line.indent)) return false;
  if (isFull(line, wrapping)) return false;
  return line.width >= 4 && mayFollow(lines, at + 1);
}

/** A title is followed by text within a few lines, and not by the end of the file. */
function mayFollow(lines: readonly Line[], from: number): boolean {
  return lines.slice(from, from + MOST_LINES).some(({ text, width }) => endsSentence(text) || width > 20);
}

function goesOn(lines: readonly Line[], end: number, wrapping: Wrapping, hasMark: boolean): boolean {
  const line = lines[end]!;
  const before = lines[end - 1]!;
  if (line.isBullet) return false;
  if (hasMark || line.isHeading) return line.isHeading === hasMark && mayBeTitle(line);
  if (!mayBeTitle(line) || /^[【〖]/u.test(line.text) || isSourceAlone(line.text) || opensList(line.text)) return false;
  if (DASH.test(line.text)) return true;
  if (isByline(line.text)) return false;
  // The last line before the end cannot be of the title: something has to be told.
  if (end === lines.length - 1) return false;
  if (/[，。]/u.test(line.text) || /[（《“][^）》”]*$/u.test(line.text)) return false;
  if (wrapping.width === null) return line.width <= 40 && before.width <= 40 && !opensText(line.text);
  if (wrapping.hasIndents && isParagraphIndent(line.indent) && isFull(line, wrapping)) return false;
  // A text begins with a full line; a title over full lines ends on a short one.
  return isFull(before, wrapping) ? !opensText(line.text) : !isFull(line, wrapping) && !opensText(line.text);
}

/** Under a title: （2031年5月8日）, 市委副书记 周一鸣. */
function isByline(text: string): boolean {
  if (/^[（(][^（）()]{2,20}[日月年][)）]$/u.test(text)) return true;
  const parts = text.split(/[\s]+/u);
  return parts.length === 2 && text.length <= 24 && isPersonName(parts[1]!);
}

function opensText(text: string): boolean {
  return /^(?:\d{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日|近日|近期|日前|截至|今年|为)/u.test(text) && text.length > 12;
}

function nameTitle(lines: readonly Line[]): { title: string; subtitle: string | null } {
  const dash = lines.findIndex(({ text }, index) => index > 0 && DASH.test(text));
  const main = squeezeTitle(join(dash < 0 ? lines : lines.slice(0, dash)));
  const under = dash < 0 ? null : squeezeTitle(join(lines.slice(dash)).replace(DASH, ''));
  if (under !== null) return { title: main, subtitle: under };
  // On one line: a dash outside the marks of a book.
  const inner = main.search(/(?<!《[^》]{0,80})(?:——|――)/u);
  if (inner < 4) return { title: main, subtitle: null };
  return { title: main.slice(0, inner).trim(), subtitle: main.slice(inner + 2).trim() };
}

/** Two parts of a title are parted by a blank, also where the line ends there. */
function join(lines: readonly Line[]): string {
  return lines
    .map(({ text }, at) =>
      at > 0 && FIRST_PART.test(lines[at - 1]!.text) && SECOND_PART.test(text) ? ` ${text}` : text,
    )
    .join('');
}
