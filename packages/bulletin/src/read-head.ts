import { cutCredits, isCredit, isWebLine } from './credits.ts';
import { opensContents, skipContents } from './read-contents.ts';
import { isSeriesColumn } from './read-column.ts';
import { findDate, findMonth } from './read-date.ts';
import { readNumbers, type IssueNumbers } from './read-numbers.ts';
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
  /** Who signed and edited it, remarks on the paper, what a web page prints around it. */
  readonly credits: string[];
  /** Entries of the list of contents. */
  readonly contents: Line[];
  /** Lines that are nothing we know. */
  readonly strange: Line[];
  /** Index of the first line behind the head. */
  end: number;
}

const SERIES =
  /(?:简报|简讯|快报|快讯|要情|专报|动态|通讯|信息|工作交流|通报|专刊|内参|参考|参阅|月报|旬报|周报|日报|综报|摘报|导报|快递|反映|舆情|要闻|资讯|之窗|专辑|会刊|通联|情况)(?:[（(][^（）()]{2,12}[)）])?$/u;
/** Surely a series, whatever stands below. */
const BULLETIN = /(?:简报|简讯|快报|快讯|要情|专报|工作交流|内参|综报|摘报)(?:[（(][^（）()]{2,12}[)）])?$/u;
const OFFICE =
  /^[^，。；：！？“”《》]{2,32}(?:办公室|方志办|志办|委员会|编委会|研究室|研究院|编纂中心|中心|年鉴社|方志馆|编辑部|秘书处|指挥部|局|厅|处)(?:主办|编印|编制|编发|编|印)?$/u;
/** Beside a date, or named as the one who edits it, many more are offices. */
const BESIDE = /^[^，。；：！？“”《》\d]{2,40}(?:[室局厅处会院馆社心部委府组校学站所队司团科办班公镇乡]|公司|支部)$/u;
const EDITING = /(?:主\s*办|编\s*印|编\s*制|编\s*发|编|印)$/u;
const LABEL = /^(?:编发|主办|编印|承办|主管|编辑|编|发)(?:单位|机关)?[:：]/u;
/** What an issue is called behind its number: （年鉴专刊）, 试刊. */
const ISSUE_NAME =
  /^(?:[（(【][\p{Script=Han}\d]{2,12}[)）】]|\p{Script=Han}{0,8}(?:专刊|专辑|专号|特刊|合刊|试刊|创刊号))$/u;
/** A head is never longer. */
const MOST_LINES = 24;

/** True for a line that is a name of a series and nothing else (刊名). */
export function isSeriesName(text: string): boolean {
  const bare = dropBlanks(text);
  if (bare.length < 4 || bare.length > 40 || !SERIES.test(bare) || /[，。、：；！？]/u.test(bare)) return false;
  return !/^关于|[的了]/u.test(bare.replaceAll(/《[^》]*》|“[^”]*”/gu, '')) && !isOpen(bare);
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
    credits: [],
    contents: [],
    strange: [],
    end: 0,
  };
  while (head.end < Math.min(lines.length, MOST_LINES)) {
    const at = head.end;
    const line = lines[at]!;
    if (opensContents(line.text)) {
      const end = skipContents(lines, at);
      if (end === null) head.strange.push(line);
      else head.contents.push(...lines.slice(at + 1, end));
      head.end = end ?? at + 1;
      break;
    }
    if (takeCredits(head, line) || takeLine(head, lines, at)) continue;
    // Something we do not know, but the head goes on behind it.
    const isInside =
      at < 6 &&
      line.width <= 40 &&
      !isSeriesColumn(line.text) &&
      lines.slice(at + 1, at + 4).some((next) => isSurelyHead(next, head));
    if (!isInside) break;
    if (head.series === null && head.numberLine === null && mayNameSeries(line)) nameSeries(head, lines, at);
    else {
      head.strange.push(line);
      head.end += 1;
    }
  }
  if (head.office === null && head.series !== null) head.office = officeOf(lines, head);
  return head;
}

function takeCredits(head: Head, line: Line): boolean {
  const { text } = line;
  if (isWebLine(text)) {
    head.credits.push(text);
    head.year ??= Number(/((?:19|20)\d{2})年\S{0,8}(?:简报|简讯|专报|动态)/u.exec(text)?.[1] ?? Number.NaN) || null;
  } else if (isCredit(text)) {
    // 签发：周一鸣 2031年5月8日: the day beside it is that of the issue.
    const isDated = head.dateLine === null && findDate(text) !== null && takeOfficeAndDate(head, line);
    if (!isDated) head.credits.push(...cutCredits(text).credits);
  } else return false;
  head.end += 1;
  return true;
}

/** Takes one line (or a name over two) into the head; false where it is none of it. */
function takeLine(head: Head, lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const numbers = readNumbers(line.text);
  // The running number may stand on a later line, alone or beside the office and the day.
  if (numbers && head.numberLine && head.total === null && isRunning(numbers)) {
    const rest = `${numbers.before}　${numbers.after}`.trim();
    if (rest === '' || takeOfficeAndDate(head, { ...line, text: rest })) {
      head.total = numbers.total;
      head.end += 1;
      return true;
    }
  }
  if (numbers && !head.numberLine && isBareNumber(numbers, head)) {
    const { year, number, total, supplement, before } = numbers;
    Object.assign(head, { year: year ?? head.year, number, total, supplement, numberLine: line });
    const { rest, credits } = cutCredits(numbers.after);
    head.credits.push(...credits);
    head.end += 1;
    const name = dropBlanks(before);
    if (name !== '' && isOffice(name, false) && !isSeriesName(name)) head.office = nameOffice(name);
    else if (name !== '') head.series = name;
    const after = rest.trim();
    if (after !== '' && !takeOfficeAndDate(head, { ...line, text: after })) head.credits.push(after);
    return true;
  }
  const next = lines[at + 1];
  if (head.series === null && isSeriesName(line.text) && isNamed(line, lines.slice(at + 1, at + 5), head)) {
    // A name over two lines ends on the second: 甲市地方志工作 / 增刊 stays apart.
    head.series = dropBlanks(line.text);
    head.end += 1;
    return true;
  }
  if (
    head.series === null &&
    head.numberLine === null &&
    next &&
    isSeriesName(line.text + next.text) &&
    !isCredit(next.text) &&
    lines.slice(at + 2, at + 5).some((below) => isSurelyHead(below, head))
  ) {
    head.series = dropBlanks(line.text + next.text);
    head.end += 2;
    return true;
  }
  if (next && takeTwoOffices(head, line, next)) return true;
  if (!takeOfficeAndDate(head, line)) return false;
  head.end += 1;
  return true;
}

/** Two that edit it together, with the day beside the second. */
function takeTwoOffices(head: Head, line: Line, next: Line): boolean {
  const first = dropBlanks(line.text);
  if (head.office !== null || !OFFICE.test(first) || findDate(line.text) || !findDate(next.text)) return false;
  if (!takeOfficeAndDate(head, next)) return false;
  const offices = [nameOffice(first), officeOfHead(head)].filter((office) => office !== null);
  head.office = offices.join('、');
  head.end += 2;
  return true;
}

function officeOfHead({ office }: Head): string | null {
  return office;
}

function isRunning({ number, total }: IssueNumbers): boolean {
  return total !== null && number === null;
}

/** 信息 and 动态 end titles as well: they name a series only where a number or date stands below. */
function isNamed({ text }: Line, below: readonly Line[], head: Head): boolean {
  return BULLETIN.test(dropBlanks(text)) || head.numberLine !== null || below.some((line) => isSurelyHead(line, head));
}

function mayNameSeries({ text, width }: Line): boolean {
  const bare = dropBlanks(text);
  return width >= 2 && width <= 30 && !/[，。；：！？]/u.test(bare) && !isOpen(bare) && /\p{Script=Han}/u.test(bare);
}

/** What stands right above the number is the name, however it ends, on one line or two. */
function nameSeries(head: Head, lines: readonly Line[], at: number): void {
  const until = lines.slice(at + 1, at + 4).findIndex((line) => {
    const numbers = readNumbers(line.text);
    return numbers !== null && isBareNumber(numbers, { ...head, series: '' });
  });
  const names = lines.slice(at, at + 1 + until);
  if (until < 0 || !names.every(mayNameSeries) || names.some(({ text }) => isCredit(text) || findDate(text))) {
    head.strange.push(lines[at]!);
    head.end += 1;
    return;
  }
  head.series = dropBlanks(names.map(({ text }) => text).join(''));
  head.end += names.length;
}

function isBareNumber({ before, after }: IssueNumbers, head: Head): boolean {
  const { rest } = cutCredits(after);
  const behind = rest.trim();
  const isAfter =
    behind === '' || findDate(behind) !== null || isOffice(dropBlanks(behind), false) || ISSUE_NAME.test(behind);
  const name = dropBlanks(before);
  return isAfter && (name === '' || isOffice(name, false) || (head.series === null && isSeriesName(name)));
}

function takeOfficeAndDate(head: Head, line: Line): boolean {
  const date = findDate(line.text);
  const month = date ? null : findMonth(line.text);
  const found = date ?? month;
  const { rest: plain, credits } = cutCredits(
    found ? `${line.text.slice(0, found.start)}　${line.text.slice(found.end)}` : line.text,
  );
  const rest = dropBlanks(plain.replaceAll(/(?<=^|\s)(?:星期|周)[一二三四五六日天](?=\s|$)/gu, ' '))
    .replace(LABEL, '')
    .replace(/^[（(](.*)[)）]$/u, '$1')
    .replace(/(?:出版|印发|刊发)$/u, '');
  if (found && head.dateLine === null && (rest === '' || isOffice(rest, true))) {
    head.dateLine = line;
    if (date) {
      head.date = date.iso;
      if (date.iso === null) head.badDate = line;
    } else head.year ??= month!.year;
    if (rest !== '') head.office = nameOffice(rest);
    head.credits.push(...credits);
    return true;
  }
  const isLabelled = LABEL.test(dropBlanks(plain)) || EDITING.test(rest);
  // A title may end in the name of an office, but not where the office is still to come.
  if (found || rest === '' || head.office !== null || head.dateLine !== null || !isOffice(rest, isLabelled))
    return false;
  head.office = nameOffice(rest);
  head.credits.push(...credits);
  return true;
}

function isOffice(text: string, isBeside: boolean): boolean {
  return OFFICE.test(text) || (isBeside && BESIDE.test(nameOffice(text)));
}

function nameOffice(text: string): string {
  return text.replace(/[（(]?(?:主办|编印|编制|编发|编|印)[)）]?$/u, '').trim();
}

/** A name such as 乙县地方志办公室工作简报 tells its office, where no line does. */
function officeOf(lines: readonly Line[], head: Head): string | null {
  const whole = lines
    .slice(0, head.end)
    .map(({ text }) => dropBlanks(text))
    .find((text) => OFFICE.test(text) && head.series!.startsWith(text) && head.series !== text);
  return whole ?? null;
}

function isSurelyHead(line: Line, head: Head): boolean {
  const numbers = head.numberLine ? null : readNumbers(line.text);
  if (numbers && isBareNumber(numbers, { ...head, series: null })) return true;
  if (head.dateLine) return false;
  const date = findDate(line.text) ?? findMonth(line.text);
  if (!date) return false;
  const { rest } = cutCredits(`${line.text.slice(0, date.start)}　${line.text.slice(date.end)}`);
  const bare = dropBlanks(rest).replace(/^[（(](.*)[)）]$/u, '$1');
  return bare === '' || isOffice(bare, true);
}

function isOpen(text: string): boolean {
  return ['（）', '《》', '“”', '【】', '()'].some(
    ([open, close]) => text.split(open!).length !== text.split(close!).length,
  );
}

function dropBlanks(text: string): string {
  return squeezeText(text).replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
