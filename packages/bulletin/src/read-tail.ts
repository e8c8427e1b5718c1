import type { Disclosure, Recipients } from './bulletin.ts';
import { cutCredits, isWebLine } from './credits.ts';
import { flattenDigits } from './flatten-digits.ts';
import { readCount } from './read-count.ts';
import { findDate } from './read-date.ts';
import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';

/** Tail of a bulletin (版记). */
export interface Tail {
  disclosure: Disclosure | null;
  recipients: Recipients;
  printedBy: string | null;
  printedOn: string | null;
  copies: number | null;
  /** Line of a date that does not exist. */
  badDate: Line | null;
  dateLine: Line | null;
  /** Who signed and edited it, how to reach them. */
  readonly credits: string[];
  readonly strange: Line[];
}

type Way = keyof Recipients;

interface Entry {
  readonly line: Line;
  readonly way: Way | null;
  text: string;
}

const DISCLOSURE_TAG = '(?:政府)?(?:信息)?公开(?:选项|方式|属性|形式|类别|类型)';
const UP = '抄\\s*报|呈\\s*报|上\\s*报|报\\s*送|呈\\s*送|报';
const ACROSS = '主\\s*送|抄\\s*送|分\\s*送|送\\s*阅|印\\s*送|报、送|送';
const DOWN = '印发至|发\\s*送|下\\s*发|分\\s*发|发\\s*至|内部发[送放]|发至范围|发送范围|发';
const TAG = new RegExp(`^(?:(${DISCLOSURE_TAG})|(?:本期)?(?:(${UP})|(${ACROSS})|(${DOWN})))\\s*[:：]`, 'u');
/** Tags in the middle of a line that holds the whole tail. */
const INNER_TAG = new RegExp(
  `(?<=[。；;\\s)）])(?<![主抄分呈上下印]\\s{1,3})(?=${DISCLOSURE_TAG}\\s*[:：]|(?:${UP}|${ACROSS}|${DOWN})\\s*[:：])`,
  'u',
);
/** A table has its tags in cells of their own. */
const CELL_TAG = /^(?:(报)|(送)|(发))\s*[\t\u3000]\s*(?=\S)/u;
const NOTE_OF_DISCLOSURE = /^[（(]?\s*此件\s*(.{2,12}?)\s*[)）]?。?$/u;
const DISCLOSURES: readonly (readonly [RegExp, Disclosure])[] = [
  [/^\s*(?:依申请公开|依申请|申请公开)/u, 'onRequest'],
  [/^\s*(?:不予公开|不公开|不予主动公开|不予)/u, 'withheld'],
  [/^\s*(?:待报请确定|待确定|报请确定)/u, 'undetermined'],
  [/^\s*(?:主动公开|公开发布|全文公开)/u, 'proactive'],
];
const BOXES = /[□☐☑☒√✓✔■○●◯⊙]/u;
const TICKED = /[☑☒√✓✔■●⊙]/gu;
const COPIES =
  /[（(]?\s*共\s*印\s*[:：]?\s*([\d〇零一二三四五六七八九十百千]{1,6})\s*份\s*[)）]?|(?:印发?份?数|印\s*数|份\s*数)\s*[:：]\s*(\d{1,6})\s*份?|[（(]?\s*(?:打?印|共)\s*([\d〇零一二三四五六七八九十百千]{1,6})\s*份\s*[)）]?/u;

/** Before the office or the day of printing. */
const LABEL = /印\s*[发制]\s*(?:日期|时间|单位|机关|部门)?\s*[:：]/gu;
/** In characters: a line of the tail that ends so early was meant to end. */
const SHORT = 3;

/** True for a line with which a tail begins. */
export function opensTail(text: string): boolean {
  if (TAG.test(text) || /^主\s*题\s*词\s*[:：]/u.test(text)) return true;
  if (text.length >= 80) return false;
  const plain = flattenDigits(text);
  if (COPIES.test(plain) && plain.replace(COPIES, '').trim() === '') return true;
  if (readNoteOfDisclosure(text) !== null) return true;
  return isPrinting(text) && findDate(text) !== null && !/[，；]/u.test(text);
}

/** 2031年7月2日印发, 印发日期：2031年7月2日. */
function isPrinting(text: string): boolean {
  return /印\s*发?\s*[。）)]?\s*(?:[（(]?共?印.{1,8}份[)）]?)?$|印\s*[发制]\s*(?:日期|时间|单位|机关|部门)?\s*[:：]/u.test(
    text,
  );
}

/** （此件主动公开）. */
function readNoteOfDisclosure(text: string): Disclosure | null {
  const words = NOTE_OF_DISCLOSURE.exec(text)?.[1];
  return words === undefined ? null : (DISCLOSURES.find(([form]) => form.test(words))?.[1] ?? null);
}

/** Cuts lines where a tail goes on behind something else, so that each tag begins a line. */
export function partTags(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) =>
    /公开(?:选项|方式|属性|形式|类别|类型)\s*[:：]/u.test(line.text)
      ? cutAt(line, new RegExp(`(?=${DISCLOSURE_TAG}\\s*[:：])`, 'u'))
      : line,
  );
}

function cutAt(line: Line, seam: RegExp): Line[] {
  return line.text
    .split(seam)
    .map((part) => part.trim())
    .filter((part) => !/^(?:政府|信息)?$/u.test(part))
    .map((text) => ({ ...line, text }));
}

/** Reads the tail (版记): disclosure, recipients, who printed it when, the print run; on one line or on many. */
export function readTail(lines: readonly Line[]): Tail {
  const tail: Tail = {
    disclosure: null,
    recipients: { up: [], across: [], down: [] },
    printedBy: null,
    printedOn: null,
    copies: null,
    badDate: null,
    dateLine: null,
    credits: [],
    strange: [],
  };
  const entries: Entry[] = [];
  for (const line of lines.flatMap((whole) => cutAt(whole, INNER_TAG))) takeLine(tail, entries, line);
  takePrinting(tail, entries);
  const names: Record<Way, string[]> = { up: [], across: [], down: [] };
  let way: Way | null = null;
  const widest = Math.max(0, ...entries.slice(0, 200).map(({ line }) => line.width));
  let last = 0;
  let text = '';
  const close = () => {
    // More than a call has arguments.
    if (way) for (const name of splitRecipients(text)) names[way].push(name);
    text = '';
  };
  for (const entry of entries) {
    if (entry.way) {
      close();
      way = entry.way;
    } else if (way === null) {
      if (entry.text !== '') tail.strange.push(entry.line);
      continue;
    } else if (endsName(text, entry.text) || (/[^，,、。；;\s]$/u.test(text) && last < widest - SHORT)) text += '，';
    last = entry.line.width;
    text += entry.text;
  }
  close();
  tail.recipients = names;
  return tail;
}

function takeLine(tail: Tail, entries: Entry[], line: Line): void {
  const { rest, credits } = cutCredits(line.text);
  tail.credits.push(...credits);
  let text = rest;
  if (isWebLine(text)) {
    tail.credits.push(text);
    return;
  }
  const note = readNoteOfDisclosure(text);
  if (note !== null) {
    tail.disclosure ??= note;
    return;
  }
  const copies = text.length > 400 ? null : COPIES.exec(flattenDigits(text));
  if (copies && tail.copies === null) {
    tail.copies = readCount((copies[1] ?? copies[2] ?? copies[3])!);
    text = `${text.slice(0, copies.index)} ${text.slice(copies.index + copies[0].length)}`.trim();
  }
  const tag = TAG.exec(text);
  if (tag?.[1]) takeDisclosure(tail, text.slice(tag[0].length));
  else if (tag) entries.push({ line, way: wayOf(tag.slice(2)), text: text.slice(tag[0].length).trim() });
  else if (text !== '') {
    const cell = entries.length > 0 || tail.disclosure !== null ? CELL_TAG.exec(text) : null;
    if (cell) entries.push({ line, way: wayOf(cell.slice(1)), text: text.slice(cell[0].length).trim() });
    else entries.push({ line, way: null, text: text.trim() });
  }
}

function wayOf([up, across]: readonly (string | undefined)[]): Way {
  return up === undefined ? (across === undefined ? 'down' : 'across') : 'up';
}

/** One of several that is ticked, or the one that stands there; a ground behind it is a credit. */
function takeDisclosure(tail: Tail, text: string): void {
  if (BOXES.test(text)) {
    const ticks = [...text.matchAll(TICKED)];
    const isBefore = BOXES.test(text.trim()[0]!);
    const parts = ticks.map(({ index }) =>
      isBefore ? text.slice(index + 1).trim() : /[\p{Script=Han}]+(?=\s*$)/u.exec(text.slice(0, index))?.[0],
    );
    const found = parts.length === 1 ? DISCLOSURES.find(([form]) => form.test(parts[0] ?? '')) : undefined;
    tail.disclosure ??= found?.[1] ?? null;
    if (!found) tail.credits.push(text.trim());
    return;
  }
  const found = DISCLOSURES.map(([form, value]) => ({ form: form.exec(text), value })).find(({ form }) => form);
  tail.disclosure ??= found?.value ?? null;
  const rest = (found ? text.slice(found.form![0].length) : text).replace(/^\s*[。；;，,]/u, '').trim();
  if (rest !== '') tail.credits.push(rest);
}

/** Takes the office and date of printing out of the last entries. */
function takePrinting(tail: Tail, entries: Entry[]): void {
  const at = entries.findLastIndex(({ text }) => /印\s*发\s*[。]?$/u.test(text) || findDate(text) !== null);
  const named = entries.find(({ way, text }) => way === null && /^印[发制](?:单位|机关|部门)\s*[:：]/u.test(text));
  if (named && (at < 0 || named !== entries[at])) {
    tail.printedBy = named.text.replace(LABEL, '').trim() || null;
    named.text = '';
  }
  if (at < 0) return;
  const entry = entries[at]!;
  const date = findDate(entry.text);
  if (date) {
    tail.printedOn = date.iso;
    tail.dateLine = entry.line;
    if (date.iso === null) tail.badDate = entry.line;
  }
  const head = (date ? entry.text.slice(0, date.start) : entry.text.replace(/印\s*发\s*。?$/u, '')).replaceAll(
    LABEL,
    ' ',
  );
  const behind = date ? entry.text.slice(date.end).replace(/^\s*印\s*[发制]?\s*。?/u, '') : '';
  const [kept, office] = cutOffice(head);
  entry.text = kept;
  let name = office;
  const above = entries[at - 1];
  if (kept === '' && entry.way === null && above && isPartOfOffice(name)) {
    const [left, right] = cutOffice(above.text);
    if (above.way === null || left !== '') {
      above.text = left;
      name = right + name;
      if (left === '' && above.way === null) entries.splice(at - 1, 1);
    }
  }
  tail.printedBy ??= squeezeText(name).replaceAll(' ', '') || null;
  const index = entries.indexOf(entry);
  if (behind.trim() !== '') entries.splice(index + 1, 0, { ...entry, way: null, text: behind.trim() });
  if (entry.text === '' && entry.way === null) entries.splice(index, 1);
}

/** The office stands behind the last sentence of the recipients, or behind a wide blank. */
function cutOffice(text: string): [string, string] {
  const whole = text.trim();
  const stop = Math.max(whole.lastIndexOf('。'), whole.lastIndexOf('；'));
  if (stop >= 0) return [whole.slice(0, stop + 1), whole.slice(stop + 1).trim()];
  if (!/[，,：:]/u.test(whole)) return ['', whole];
  const blank = whole.search(/[\p{Zs}\t]+[^\p{Zs}\t，,]+$/u);
  return blank < 0 ? [whole, ''] : [whole.slice(0, blank), whole.slice(blank).trim()];
}

/** Nothing yet, or no more than a division: the office is on the line above. */
function isPartOfOffice(name: string): boolean {
  return name === '' || (name.length <= 6 && /[处科室部]$/u.test(name) && !name.endsWith('办公室'));
}

/** 市直各单位 and then 省驻甲市单位 on the next line. */
function endsName(text: string, next: string): boolean {
  return (
    /(?:部门|单位|机构|机关|政府|政协|人大|领导|成员|法院|检察院|学校|公司|企业|办公室|[委办局厅馆社])[)）]?$/u.test(
      text,
    ) && /^(?:各|省|市|县|区|州|中央|中共|国家|国务院|驻|全|有关|机关|本)/u.test(next)
  );
}

/** Names of a list; those parted by 、 alone are names where there are three or more. */
function splitRecipients(text: string): string[] {
  const squeezed = squeezeText(text);
  const coarse = splitAtDepth(squeezed, '，,；;。');
  const fine = coarse.length === 1 ? splitAtDepth(coarse[0]!, '、') : coarse;
  return coarse.length === 1 && (fine.length > 2 || !coarse[0]!.startsWith('各')) ? fine : coarse;
}

function splitAtDepth(text: string, marks: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '（' || character === '(') depth += 1;
    else if (character === '）' || character === ')') depth = Math.max(0, depth - 1);
    if (character !== undefined && (depth > 0 || !marks.includes(character))) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return parts.filter((part) => part !== '');
}
