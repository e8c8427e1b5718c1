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
  readonly isAfterBlank: boolean;
  readonly isAfterPageBreak: boolean;
}

const PAGE_NUMBER =
  /^(?:[—–－―─·•-]{1,2}\s*\d{1,4}\s*[—–－―─·•-]{1,2}|\d{1,3}|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
/** A line of stars or strokes is the red line of the head or the rule of the tail. */
const RULE = /^[\s\p{Pd}_=*★☆─━═·.…]+$/u;
const WIDE = /[\p{Script=Han}\u2000-\u206f\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff]|[\ud840-\ud888]/u;

/** Lines with ink (行): page numbers, rules and empty lines are left out. */
export function scanLines(lines: readonly string[]): Line[] {
  const scanned: Line[] = [];
  let isAfterBlank = false;
  let isAfterPageBreak = false;
  lines.forEach((whole, index) => {
    for (const [part, raw] of whole.split('\f').entries()) {
      if (part > 0) isAfterPageBreak = true;
      const marked = /^\s*(#{1,6})\s+(?=\S)/u.exec(raw);
      const text = dropMarks(marked ? raw.slice(marked[0].length) : raw).trim();
      if (text === '' || RULE.test(text)) {
        isAfterBlank = true;
        continue;
      }
      if (PAGE_NUMBER.test(text)) continue;
      const isBold = /^\s*\*\*[^*]+\*\*\s*$/u.test(raw) && !/[。；：！？]\**\s*$/u.test(raw);
      scanned.push({
        text,
        number: index + 1,
        width: measure(text),
        indent: measureIndent(raw),
        isHeading: marked !== null || isBold,
        isAfterBlank,
        isAfterPageBreak,
      });
      isAfterBlank = false;
      isAfterPageBreak = false;
    }
  });
  return scanned;
}

/** `**` and `__` of Markdown; a backslash before a mark. */
function dropMarks(text: string): string {
  return text.replaceAll(/\*\*|__(?=\S)|(?<=\S)__|\\(?=[*#_[\]()>-])|[\u200B\uFEFF]/gu, '').replace(/^\s*>\s+/u, '');
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
