import type { Span } from '../finding.ts';
import type { Book } from '../rule.ts';
import type { Block } from '../volume.ts';
import { mayTellEvent, readEvents, recurs, type ClauseEvent } from './read-events.ts';

/** An event that the chronicle and the text date differently (一事两日). */
export interface EventConflict {
  /** The date in the text, and that in the chronicle. */
  readonly date: Span;
  readonly chronicle: Span;
  readonly event: ClauseEvent;
}

interface DatedEvent extends ClauseEvent {
  readonly date: Span;
  /** Year (0 where not known), and month × 100 + day of its first and last day. */
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

const CHRONICLE = /大\s*事\s*记/u;
const DATE =
  /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*(?:日\s*)?(?:[～~—－-]{1,2}\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*)?日?(?:至\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日)?/uy;
/** How far behind its date the event is told. */
const REACH = 100;

/** Compares the chronicle with the text: the same thing, the same event, another day. */
export function findEventConflicts(book: Book): EventConflict[] {
  const { volume } = book;
  const inside = findChronicle(book);
  if (inside.size === 0) return [];
  const known = new Map<string, DatedEvent[]>();
  for (const event of readDated(book, (node) => inside.has(node))) {
    const key = keyOf(event);
    const events = known.get(key);
    if (events === undefined) known.set(key, [event]);
    else events.push(event);
  }
  if (known.size === 0) return [];
  const conflicts: EventConflict[] = [];
  const told = new Set<DatedEvent>();
  for (const event of readDated(book, (node) => !inside.has(node))) {
    const rivals = (known.get(keyOf(event)) ?? []).filter((rival) => isSameThing(rival.thing, event.thing));
    if (rivals.length === 0 || rivals.some((rival) => !differs(rival, event))) {
      for (const rival of rivals) told.add(rival);
      continue;
    }
    // Two entries of the chronicle tell of two occasions.
    const [rival] = rivals;
    if (rivals.length > 1 || told.has(rival!)) continue;
    told.add(rival!);
    conflicts.push({ date: event.date, chronicle: rival!.date, event });
  }
  return conflicts.filter(({ date }) => volume.text.length >= date.end);
}

/** Things are told alike from their end: 乙县丁河大桥, 丁河大桥. */
function keyOf({ thing, verb }: ClauseEvent): string {
  return `${thing.slice(-3)}|${verb}`;
}

function isSameThing(one: string, two: string): boolean {
  return one.endsWith(two) || two.endsWith(one);
}

function differs(one: DatedEvent, two: DatedEvent): boolean {
  if ((one.year === 0) !== (two.year === 0)) return false;
  if (one.year !== two.year) return !recurs(one);
  return one.to < two.from || two.to < one.from;
}

function findChronicle({ volume: { nodes } }: Book): Set<number> {
  const inside = new Set<number>();
  nodes.forEach(({ title, parent }, index) => {
    if ((index > 0 && CHRONICLE.test(title)) || inside.has(parent)) inside.add(index);
  });
  return inside;
}

/** The dated events of the paragraphs of these nodes, in text order; nothing before the year is known but by the settings. */
function* readDated(book: Book, chosen: (node: number) => boolean): Generator<DatedEvent> {
  const { text, blocks, nodes } = book.volume;
  const recorded = book.settings.recordedYear ?? 0;
  let headYear = recorded;
  let headMonth = 0;
  let node = -1;
  let day = 0;
  for (const block of blocks) {
    if (!chosen(block.node)) continue;
    if (block.node !== node) {
      node = block.node;
      headYear = readYear(nodes[node]!.title) || recorded;
      headMonth = Number(/^\s*(\d{1,2})\s*月/u.exec(nodes[node]!.title)?.[1] ?? 0);
    }
    if (block.kind !== 'paragraph') continue;
    if (block.end - block.start < 12) {
      headYear = readYear(text.slice(block.start, block.end)) || headYear;
      continue;
    }
    let year = headYear;
    if (day >= 0 && day < block.start) day = text.indexOf('日', block.start);
    let past = block.start;
    for (; day >= 0 && day < block.end; day = text.indexOf('日', day + 1)) {
      if (day < past || !isDigit(text.charCodeAt(day - 1))) continue;
      const isEvent = mayTellEvent(text, day + 1, Math.min(block.end, day + REACH));
      if (!isEvent && !headsYear(text, day, block.start)) continue;
      const start = findDate(text, day, block.start);
      if (start < 0) {
        // 6日 under the heading 6月.
        const bare = headMonth === 0 ? null : /^\s*(\d{1,2})$/u.exec(text.slice(block.start, day));
        if (bare === null) continue;
        past = day + 1;
        const from = headMonth * 100 + Number(bare[1]);
        const date = { start: block.start, end: past };
        for (const { thing, verb } of readEvents('', readBehind(text, past, block.end), ''))
          yield { thing, verb, date, year, from, to: from };
        continue;
      }
      DATE.lastIndex = start;
      const found = DATE.exec(text);
      if (found === null) continue;
      const from = past;
      past = start + found[0].length;
      if (found[1] !== undefined) year = Number(found[1]);
      const first = Number(found[2]) * 100 + Number(found[3]);
      const toMonth = Number(found[4] ?? found[6] ?? found[2]);
      const last = toMonth * 100 + Number(found[5] ?? found[7] ?? found[3]);
      if (!isEvent) continue;
      const owner = readOwner(text, block, nodes[node]!.title);
      for (const { thing, verb } of readEvents(readBefore(text, start, from), readBehind(text, past, block.end), owner))
        yield { thing, verb, date: { start, end: past }, year, from: first, to: last };
    }
  }
}

/** Where a date that ends with this 日 begins: 1998年5月12日, 5月12日; -1 where it is none. */
function findDate(text: string, day: number, from: number): number {
  const head = text.slice(Math.max(from, day - 22), day + 1);
  const found =
    /(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*(?:[～~—－-]{1,2}\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*)?日$/u.exec(head);
  return found === null ? -1 : day + 1 - found[0].length;
}

/** The sentence behind a date, up to its stop or the next date. */
function readBehind(text: string, from: number, end: number): string {
  const sentence = text.slice(from, Math.min(end, from + REACH));
  const stop = sentence.search(/[。！？；\n]|\d\s*月\s*\d|\d{4}\s*年/u);
  return stop < 0 ? sentence : sentence.slice(0, stop);
}

/** What the entry is about: the title that opens the paragraph, else that of the node. */
function readOwner(text: string, { start, end }: Block, title: string): string {
  const mark = text.charCodeAt(start);
  // 【 [
  const close = mark === 0x3010 ? '】' : mark === 0x5b ? ']' : '';
  const at = close === '' ? -1 : text.slice(start, Math.min(end, start + 30)).indexOf(close);
  return at > 0 ? text.slice(start + 1, start + at) : title.slice(0, 30).replaceAll(/\s/gu, '');
}

/** What stands between the last stop or date and this date. */
function readBefore(text: string, start: number, from: number): string {
  const least = Math.max(from, start - LEAD);
  let at = start;
  while (at > least && !'。！？；'.includes(text[at - 1]!)) at -= 1;
  return text.slice(at, start).trimEnd();
}

/** How far before its date the thing may be named. */
const LEAD = 40;

function readYear(title: string): number {
  const found = /(?<!\d)(1[89]\d\d|20\d\d)\s*年?/u.exec(title);
  return found === null ? 0 : Number(found[1]);
}

/** Whether the year stands with this date, and so holds for the dates behind it. */
function headsYear(text: string, day: number, from: number): boolean {
  const month = text.lastIndexOf('月', day);
  return month > from && day - month <= 4 && text.slice(Math.max(from, month - 6), month).includes('年');
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
