import { flattenDigits } from './flatten-digits.ts';

/** One line with ink on it. */
export interface Line {
  /** Without blanks at both ends and without the marks of Markdown. */
  readonly text: string;
  /** In the file, from 1. */
  readonly number: number;
  /** In Chinese characters; a Latin letter or figure is half of one, blanks are none. */
  readonly width: number;
  /** Blanks before it, in Chinese characters. */
  readonly indent: number;
  /** Marked as a title in the file. */
  readonly isHeading: boolean;
  /** How deep the heading is, from 1; 0 for none, and for one that is only bold. */
  readonly level: number;
  readonly isAfterBlank: boolean;
  readonly isAfterPageBreak: boolean;
  /** Above or below it stands a page number or a page break. */
  readonly isAtEdge: boolean;
  /** A bullet such as ◆ stood before it and was taken off: a title. */
  readonly isBullet?: boolean;
}

const PAGE_NUMBER =
  /^(?:[—–－―─·•~～-]{1,3}\s*\d{1,4}\s*[—–－―─·•~～-]{1,3}|\d{1,3}|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:[\s，,/（(]*共\s*[\d一二三四五六七八九十]{1,4}\s*页[)）]?)?|共\s*\d{1,4}\s*页[\s，,/]*第\s*\d{1,4}\s*页|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/iu;
/** A line of stars or strokes is the red line of the head or the rule of the tail. */
const RULE = /^[\s\p{Pd}\p{Pc}=*＊★☆◆◇■□●○▲△▼※〓≡~～+＋|｜\u2500-\u257F·.…¯￣﹍﹎]+$/u;
/** Nothing that is printed. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\u200B\u2060\uFEFF]/gu;
const WIDE = /[\p{Script=Han}\u2000-\u206f\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff]|[\ud840-\ud888]/u;

/** Lines with ink (行): page numbers, rules and empty lines are left out. */
export function scanLines(lines: readonly string[]): Line[] {
  const scanned: Line[] = [];
  let isAfterBlank = false;
  let isAfterPageBreak = false;
  let isAfterEdge = false;
  const markEdge = () => {
    isAfterEdge = true;
    const last = scanned.at(-1);
    if (last) scanned[scanned.length - 1] = { ...last, isAtEdge: true };
  };
  lines.forEach((whole, index) => {
    // Half of a character cannot be stored.
    for (const [part, printed] of whole.toWellFormed().split('\f').entries()) {
      const raw = printed.replaceAll(CONTROLS, '');
      if (part > 0) {
        isAfterPageBreak = true;
        markEdge();
      }
      const marked = /^\s*(#{1,6})\s+(?=\S)/u.exec(raw);
      const text = dropMarks(marked ? raw.slice(marked[0].length) : raw).trim();
      if (text === '' || RULE.test(text)) {
        isAfterBlank = true;
        continue;
      }
      if (text.length < 24 && PAGE_NUMBER.test(flattenDigits(text))) {
        markEdge();
        continue;
      }
      const isBold = /^\s*\*\*[^*]+\*\*\s*$/u.test(raw) && !/[。；：！？]\**\s*$/u.test(raw);
      scanned.push({
        text,
        number: index + 1,
        width: measure(text),
        indent: measureIndent(raw),
        isHeading: marked !== null || isBold,
        level: marked?.[1]!.length ?? 0,
        isAfterBlank,
        isAfterPageBreak,
        isAtEdge: isAfterEdge,
      });
      isAfterEdge = false;
      isAfterBlank = false;
      isAfterPageBreak = false;
    }
  });
  return scanned;
}

/** `**` and `__` of Markdown; a backslash before a mark. */
function dropMarks(text: string): string {
  return text.replaceAll(/\*\*|__(?=\S)|(?<=\S)__|\\(?=[*#_[\]()>-])/gu, '').replace(/^\s*>\s+/u, '');
}

function measure(text: string): number {
  let halves = 0;
  for (const unit of text) {
    if (unit.trim() === '') continue;
    // Quotation marks are set close.
    halves += WIDE.test(unit) && !'“”‘’'.includes(unit) ? 2 : 1;
  }
  return halves / 2;
}

function measureIndent(raw: string): number {
  let halves = 0;
  for (const unit of raw) {
    if (unit === '\t') halves += 4;
    else if (unit === '\u3000') halves += 2;
    else if (unit.trim() === '') halves += 1;
    else break;
  }
  return halves / 2;
}
