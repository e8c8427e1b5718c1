import type { Disclosure, Recipients } from './bulletin.ts';
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
  readonly strange: Line[];
}

type Way = keyof Recipients;

interface Entry {
  readonly line: Line;
  readonly way: Way | null;
  text: string;
}

const DISCLOSURE_TAG = '(?:信息)?公开(?:选项|方式|属性|形式)';
const TAG = new RegExp(`^(?:(${DISCLOSURE_TAG})|(抄报|报送?|主送|抄送|分送|送|印发至|发))\\s*[:：]`, 'u');
/** Tags in the middle of a line that holds the whole tail. */
const INNER_TAG = new RegExp(`(?<=[。；;\\s)）])(?=${DISCLOSURE_TAG}\\s*[:：]|(?:抄报|报|抄送|送|发)\\s*[:：])`, 'u');
const DISCLOSURES: readonly (readonly [RegExp, Disclosure])[] = [
  [/^\s*(?:依申请|依申请公开|申请公开)(?:公开)?/u, 'onRequest'],
  [/^\s*(?:不予公开|不公开|不予主动公开)/u, 'withheld'],
  [/^\s*(?:待报请确定|待确定|报请确定)/u, 'undetermined'],
  [/^\s*(?:主动公开)/u, 'proactive'],
];
const COPIES =
  /[（(]?\s*共\s*印\s*([\d〇零一二三四五六七八九十百千]{1,6})\s*份\s*[)）]?|印数\s*[:：]\s*(\d{1,6})\s*份?/u;
const WAYS: Readonly<Record<string, Way>> = {
  报: 'up',
  报送: 'up',
  抄报: 'up',
  主送: 'across',
  送: 'across',
  抄送: 'across',
  分送: 'across',
  发: 'down',
  印发至: 'down',
};

/** True for a line with which a tail begins. */
export function opensTail(text: string): boolean {
  if (TAG.test(text)) return true;
  if (COPIES.test(text) && text.replace(COPIES, '').trim() === '') return true;
  return text.length < 60 && /印\s*发\s*[。）)]?$/u.test(text) && findDate(text) !== null && !/[，；：]/u.test(text);
}

/** Cuts lines where a tail goes on behind something else, so that each tag begins a line. */
export function partTags(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) =>
    /公开(?:选项|方式|属性|形式)\s*[:：]/u.test(line.text)
      ? cutAt(line, new RegExp(`(?=${DISCLOSURE_TAG}\\s*[:：])`, 'u'))
      : line,
  );
}

function cutAt(line: Line, seam: RegExp): Line[] {
  return line.text
    .split(seam)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '信息')
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
    strange: [],
  };
  const entries: Entry[] = [];
  for (const line of lines.flatMap((whole) => cutAt(whole, INNER_TAG))) takeLine(tail, entries, line);
  takePrinting(tail, entries);
  const names = { up: [], across: [], down: [] } as Record<Way, string[]>;
  let way: Way | null = null;
  let text = '';
  const close = () => {
    if (way) names[way] = names[way].concat(splitRecipients(text));
    text = '';
  };
  for (const entry of entries) {
    if (entry.way) {
      close();
      way = entry.way;
    } else if (way === null) {
      if (entry.text !== '') tail.strange.push(entry.line);
      continue;
    } else if (/\S/u.test(text) && !/[，,、。；;]$/u.test(text) && text.length < 18) text += '，';
    text += entry.text;
  }
  close();
  tail.recipients = names;
  return tail;
}

function takeLine(tail: Tail, entries: Entry[], line: Line): void {
  let text = line.text;
  const copies = COPIES.exec(text);
  if (copies && tail.copies === null) {
    tail.copies = readCount((copies[1] ?? copies[2])!);
    text = `${text.slice(0, copies.index)} ${text.slice(copies.index + copies[0].length)}`.trim();
  }
  const tag = TAG.exec(text);
  if (tag) text = text.slice(tag[0].length);
  if (tag?.[1]) {
    const found = DISCLOSURES.map(([form, value]) => ({ form: form.exec(text), value })).find(({ form }) => form);
    tail.disclosure ??= found?.value ?? null;
    text = found ? text.slice(found.form![0].length) : text;
    text = text.replace(/^\s*[。；;]/u, '').trim();
    if (text !== '') entries.push({ line, way: null, text });
  } else if (tag || text !== '') entries.push({ line, way: tag ? WAYS[tag[2]!]! : null, text: text.trim() });
}

/** Takes the office and date of printing out of the last entries. */
function takePrinting(tail: Tail, entries: Entry[]): void {
  const at = entries.findLastIndex(({ text }) => /印\s*发\s*[。]?$/u.test(text) || findDate(text) !== null);
  if (at < 0) return;
  const entry = entries[at]!;
  const date = findDate(entry.text);
  if (date) {
    tail.printedOn = date.iso;
    tail.dateLine = entry.line;
    if (date.iso === null) tail.badDate = entry.line;
  }
  const head = date ? entry.text.slice(0, date.start) : entry.text.replace(/印\s*发\s*。?$/u, '');
  const behind = date ? entry.text.slice(date.end).replace(/^\s*印\s*发\s*。?/u, '') : '';
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
  tail.printedBy = squeezeText(name).replaceAll(' ', '') || null;
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
