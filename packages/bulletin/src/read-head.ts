import { readCount } from './read-count.ts';
import { findDate } from './read-date.ts';
import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';

/** Head of a bulletin (报头) and where the items begin. */
export interface Head {
  series: string | null;
  year: number | null;
  number: number | null;
  total: number | null;
  supplement: boolean;
  office: string | null;
  date: string | null;
  /** Line of a date that does not exist. */
  badDate: Line | null;
  numberLine: Line | null;
  dateLine: Line | null;
  /** Lines that are nothing we know. */
  readonly strange: Line[];
  /** Index of the first line behind the head. */
  end: number;
}

/** Numbers as a head prints them. */
export interface IssueNumbers {
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly supplement: boolean;
  /** What stands before them on the line. */
  readonly before: string;
  /** What stands behind them. */
  readonly after: string;
}

const COUNT = '[\\d〇○零一二三四五六七八九十百千两]{1,9}';
const TOTAL = new RegExp(`总\\s*第?\\s*(${COUNT})\\s*期|总期[数号]?\\s*[:：]?\\s*(\\d{1,5})`, 'u');
const NUMBER = new RegExp(`(?<!总\\s{0,3})第\\s*(${COUNT})\\s*(?:[-—~～至、]\\s*${COUNT})?\\s*期`, 'u');
const SUPPLEMENT = new RegExp(`增\\s*刊\\s*[（(第]?\\s*(${COUNT})?\\s*[)）期]?`, 'u');
const YEAR = /[（(〔[]?\s*((?:19|20)\d{2})\s*年?\s*[）)〕\]]?/u;
const SERIES = /^\S{2,28}(?:简报|简讯|快报|快讯|要情|专报|动态|通讯|信息|工作交流)$/u;
const OFFICE =
  /^[^，。；：！？“”《》]{2,32}(?:办公室|方志办|志办|委员会|编委会|研究室|研究院|编纂中心|中心|年鉴社|方志馆|编辑部|局|厅|处)(?:主办|编印|编)?$/u;
const CREDITS =
  /^(?:签\s*发|审\s*核|核\s*稿|责任编辑|编\s*辑|主\s*编|校\s*对|内部刊物|联系电话|电\s*话|网\s*址|邮\s*箱)/u;
const CONTENTS = /^[【〖]?(?:本期(?:目录|要目|导读|看点)|目录|要目|导读)[】〗]?[:：]?$/u;
/** A head is never longer. */
const MOST_LINES = 24;

/** Reads the number of an issue (期号) out of a line; null where it has none. */
export function readNumbers(line: string): IssueNumbers | null {
  if (line.length > 80) return null;
  const total = TOTAL.exec(line);
  const bare = total
    ? line.slice(0, total.index) + ' '.repeat(total[0].length) + line.slice(total.index + total[0].length)
    : line;
  const number = NUMBER.exec(bare);
  const extra = SUPPLEMENT.exec(bare);
  if (!total && !number && !extra) return null;
  const places = [total, number, extra].flatMap((found) => (found ? [found.index, found.index + found[0].length] : []));
  let start = Math.min(...places);
  const year = YEAR.exec(line.slice(0, start).slice(-12));
  // The year stands right before the number, with nothing but brackets between.
  const hasYear =
    year !== null &&
    /^[\s第·—-]*$/u.test(
      line
        .slice(0, start)
        .slice(-12)
        .slice(year.index + year[0].length),
    );
  if (hasYear) start = Math.max(0, start - 12) + year.index;
  const within = number ?? (extra?.[1] ? extra : null);
  const printed = within?.[1] === undefined ? null : readCount(within[1]);
  const running = total ? readCount((total[1] ?? total[2])!) : null;
  return {
    year: hasYear ? Number(year[1]) : null,
    number: printed,
    total: running,
    supplement: extra !== null,
    before: line.slice(0, start).replace(/[\s（(【〔[—–-]+$/u, ''),
    after: line.slice(Math.max(...places)).replace(/^[\s）)】〕\]—–-]+/u, ''),
  };
}

/** True for a line that is a name of a series and nothing else (刊名). */
export function isSeriesName(text: string): boolean {
  const bare = dropBlanks(text);
  return SERIES.test(bare) && !/[，。、：；！？《》“”（）()]/u.test(bare);
}

/** Reads the head (报头): name, number, office and date, in any order and on as few lines as they stand. */
export function readHead(lines: readonly Line[]): Head {
  const head: Head = {
    series: null,
    year: null,
    number: null,
    total: null,
    supplement: false,
    office: null,
    date: null,
    badDate: null,
    numberLine: null,
    dateLine: null,
    strange: [],
    end: 0,
  };
  while (head.end < Math.min(lines.length, MOST_LINES)) {
    const at = head.end;
    if (CONTENTS.test(dropBlanks(lines[at]!.text))) {
      head.end = skipContents(lines, at);
      break;
    }
    if (takeLine(head, lines, at)) continue;
    // Something we do not know, but the head goes on behind it.
    const isInside =
      at < 6 && lines.slice(at + 1, at + 4).some((_, ahead) => isSurelyHead(lines[at + 1 + ahead]!, head));
    if (!isInside || lines[at]!.width > 40) break;
    if (!CREDITS.test(lines[at]!.text)) head.strange.push(lines[at]!);
    head.end += 1;
  }
  return head;
}

/** Takes one line (or a name over two) into the head; false where it is none of it. */
function takeLine(head: Head, lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  const numbers = head.numberLine ? null : readNumbers(text);
  if (numbers && isBareNumber(numbers, head)) {
    Object.assign(head, pick(numbers), { numberLine: lines[at]! });
    if (numbers.before !== '') head.series = dropBlanks(numbers.before);
    head.end += 1;
    if (numbers.after !== '') takeOfficeAndDate(head, { ...lines[at]!, text: numbers.after });
    return true;
  }
  if (head.series === null && isSeriesName(text)) {
    head.series = dropBlanks(text);
    head.end += 1;
    return true;
  }
  const next = lines[at + 1];
  if (
    head.series === null &&
    head.numberLine === null &&
    next &&
    isSeriesName(text + next.text) &&
    lines.slice(at + 2, at + 5).some((line) => isSurelyHead(line, head))
  ) {
    head.series = dropBlanks(text + next.text);
    head.end += 2;
    return true;
  }
  if (!takeOfficeAndDate(head, lines[at]!)) return false;
  head.end += 1;
  return true;
}

function pick({ year, number, total, supplement }: IssueNumbers) {
  return { year, number, total, supplement };
}

function isBareNumber({ before, after }: IssueNumbers, head: Head): boolean {
  const isAfter = after === '' || findDate(after) !== null || OFFICE.test(dropBlanks(after));
  return isAfter && (before === '' || (head.series === null && isSeriesName(before)));
}

function takeOfficeAndDate(head: Head, line: Line): boolean {
  const date = findDate(line.text);
  const rest = dropBlanks(date ? `${line.text.slice(0, date.start)} ${line.text.slice(date.end)}` : line.text)
    .replace(/^(?:编发|主办|编印)(?:单位|机关)?[:：]/u, '')
    .replace(/^[（(](.*)[)）]$/u, '$1');
  const isOffice = OFFICE.test(rest);
  if (date && head.dateLine === null && (rest === '' || isOffice)) {
    head.date = date.iso;
    head.dateLine = line;
    if (date.iso === null) head.badDate = line;
    if (rest !== '') head.office = nameOffice(rest);
    return true;
  }
  // A title may end in the name of an office, but not where the office is still to come.
  if (date || !isOffice || head.office !== null || head.dateLine !== null) return false;
  head.office = nameOffice(rest);
  return true;
}

function nameOffice(text: string): string {
  return text.replace(/(?:主办|编印|编)$/u, '');
}

function isSurelyHead(line: Line, head: Head): boolean {
  const numbers = head.numberLine ? null : readNumbers(line.text);
  if (numbers && isBareNumber(numbers, { ...head, series: null })) return true;
  const date = head.dateLine ? null : findDate(line.text);
  if (!date) return false;
  const rest = dropBlanks(line.text.slice(0, date.start) + line.text.slice(date.end));
  return rest === '' || OFFICE.test(rest);
}

/** The list of contents ends where its first line comes again. */
function skipContents(lines: readonly Line[], at: number): number {
  const first = lines[at + 1];
  if (first === undefined) return at + 1;
  const key = bareTitle(first.text);
  const again = lines.slice(at + 2, at + 60).findIndex(({ text }) => bareTitle(text) === key);
  return again < 0 ? at + 1 : at + 2 + again;
}

function bareTitle(text: string): string {
  return dropBlanks(text).replace(/[.…·]*\d*$/u, '');
}

function dropBlanks(text: string): string {
  return squeezeText(text).replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
