import type { BulletinItem } from '../bulletin.ts';
import type { Demand } from '../candidates.ts';
import { readCount } from '../read-count.ts';
import { findWants } from './find-wants.ts';

/** One ordinal as it stands in an item. */
interface Mark {
  readonly paragraph: number;
  readonly start: number;
  readonly kind: string;
  readonly rank: number;
  readonly ordinal: string;
  /** It opens its paragraph. */
  readonly isFirst: boolean;
  /** End of its text. */
  end: number;
  readonly parts: Row[];
}

/** Ordinals that count on. */
interface Row {
  readonly kind: string;
  readonly marks: Mark[];
}

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['是', /([一二三四五六七八九十]{1,2})是/uy],
  ['要', /([一二三四五六七八九十]{1,2})要(?!求|点|素)/uy],
  ['、', /([一二三四五六七八九十]{1,2})、/uy],
  ['（）', /[（(]([一二三四五六七八九十]{1,2}|\d{1,2})[)）]/uy],
  ['．', /(\d{1,2})\s?(?:．|\.(?!\d)|、)/uy],
  ['第', /第([一二三四五六七八九十]{1,2})[，、]/uy],
  ['①', /([①-⑳])/uy],
];
/** 、 and ． count only at the start of a paragraph: within one they stand between names. */
const ONLY_FIRST = new Set(['、', '．']);
const ANNOUNCED =
  /([两一二三四五六七八九十]{1,3}|\d{1,2})(?:点|条|项|个方面|个|方面)[^。！？]{0,14}$|“([两一二三四五六七八九十]{1,2})个?[^”]{2,6}”[^。！？]{0,10}$/u;
const DEMANDING =
  /(?:提出|提(?!升|高|供|质|振|炼)|作出|部署|明确|强调|要求|安排|希望|建议|任务|意见|指出，|要坚持|要做到|要抓好|要把握)[^。！？]{0,24}[。：:]?$/u;
/** What was done, and not what is to be done. */
const TELLING = /(?:推进|成效|成绩|进展|经验|做法|亮点|完成|特点|问题)[。：:]?$/u;

/** Demands of an item and how many rows have another count than was announced. */
export interface FoundDemands {
  readonly demands: Demand[];
  readonly disagreeing: number;
}

/**
 * Finds ordered points that are put forward (要求) as a tree: a row within a point is its parts. Rows that tell what was done are
 * left out. `nameSpeaker` names who speaks in a sentence.
 */
export function findDemands(
  { paragraphs }: BulletinItem,
  item: number,
  nameSpeaker: (paragraph: number, start: number, end: number) => string | null,
): FoundDemands {
  const marks = findMarks(paragraphs);
  const rows = nestMarks(marks);
  let disagreeing = 0;
  const makeRow = (row: Row): Demand[] => {
    const lead = findLead(paragraphs, row.marks[0]!);
    if (row.marks.length < 2 || lead === null || !isDemanding(lead.text))
      // What tells of something may hold what was asked for.
      return row.marks.flatMap(({ parts }) => parts.flatMap(makeRow));
    const announced = readAnnounced(lead.text);
    if (announced !== null && announced !== row.marks.length) disagreeing += 1;
    const by = nameSpeaker(lead.paragraph, lead.start, lead.end) ?? (lead.text.includes('会议') ? '会议' : null);
    return row.marks.map((mark) => makeDemand(mark, { paragraphs, item, by, announced }));
  };
  const counted = rows.flatMap(makeRow);
  // Where some are counted, what else is wished for is told, and no list.
  const demands = counted.length > 0 ? counted : nestMarks(markWants(paragraphs)).flatMap(makeRow);
  return { demands, disagreeing };
}

function findMarks(paragraphs: readonly string[]): Mark[] {
  const marks = paragraphs.flatMap((text, paragraph) => findMarksIn(text, paragraph));
  const themes = findThemes(paragraphs);
  const all = themes.length > 0 ? [...marks, ...themes] : marks;
  return all.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}

function markWants(paragraphs: readonly string[]): Mark[] {
  return paragraphs.flatMap((text, paragraph) =>
    findWants(text).map(({ speech, start, end, rank }): Mark => ({
      paragraph,
      start,
      kind: `要${paragraph}:${speech}`,
      rank,
      ordinal: '要',
      isFirst: false,
      end,
      parts: [],
    })),
  );
}

function findMarksIn(text: string, paragraph: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && !'。；：！？:;,，'.includes(text[at - 1]!)) continue;
    for (const [kind, form] of FORMS) {
      form.lastIndex = at;
      const found = form.exec(text);
      const rank = found && rankOf(found[1]!);
      if (!found || rank === null || rank === 0 || (at > 0 && ONLY_FIRST.has(kind))) continue;
      marks.push({
        paragraph,
        start: at,
        kind,
        rank,
        ordinal: found[0].trim(),
        isFirst: at === 0,
        end: text.length,
        parts: [],
      });
      break;
    }
  }
  return marks;
}

function rankOf(text: string): number | null {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(text);
  return circled >= 0 ? circled + 1 : readCount(text);
}

/** 聚焦讲政治。聚焦抓落实。…: paragraphs in a row that open with one word of two characters and a short sentence. */
function findThemes(paragraphs: readonly string[]): Mark[] {
  const found = paragraphs.map((text) => /^(\p{Script=Han}{2})\p{Script=Han}{1,6}(?=。)/u.exec(text));
  const marks: Mark[] = [];
  for (let at = 0; at < found.length;) {
    const word = found[at]?.[1];
    let end = at + 1;
    if (word !== undefined) while (found[end]?.[1] === word) end += 1;
    if (word !== undefined && end - at >= 3)
      for (let paragraph = at; paragraph < end; paragraph++)
        marks.push({
          paragraph,
          start: 0,
          kind: word,
          rank: paragraph - at + 1,
          ordinal: found[paragraph]![0],
          isFirst: true,
          end: paragraphs[paragraph]!.length,
          parts: [],
        });
    at = end;
  }
  return marks;
}

/** Puts marks into rows, and rows into the points they stand in. */
function nestMarks(marks: readonly Mark[]): Row[] {
  const top: Row[] = [];
  let open: Row[] = [];
  marks.forEach((mark, index) => {
    const home = findHome(open, mark, marks, index);
    if (home) {
      open = open.slice(0, open.indexOf(home) + 1);
      closeBefore(home.marks.at(-1)!, mark);
      home.marks.push(mark);
      return;
    }
    // A row begins with its first, or it is none.
    if (mark.rank !== 1) return;
    const outer = mark.ordinal === '要' ? undefined : open.findLast((row) => isWithin(row, mark, marks, index));
    const row: Row = { kind: mark.kind, marks: [mark] };
    if (outer) {
      outer.marks.at(-1)!.parts.push(row);
      open = [...open.slice(0, open.indexOf(outer) + 1), row];
    } else {
      top.push(row);
      open = [row];
    }
  });
  return top;
}

/** The row that a mark counts on; the inner of two where its number comes again for the outer. */
function findHome(open: readonly Row[], mark: Mark, marks: readonly Mark[], index: number): Row | undefined {
  const fitting = open.filter((row) => row.kind === mark.kind && row.marks.at(-1)!.rank === mark.rank - 1);
  if (fitting.length < 2) return fitting[0];
  const [outer, inner] = [fitting.at(-2)!, fitting.at(-1)!];
  if (!mark.isFirst) return inner;
  if (inner.marks.length > 1 && inner.marks.slice(1).every(({ isFirst }) => !isFirst)) return outer;
  return countAgain(marks, index) ? inner : outer;
}

/** The same number of the same kind comes once more before a row begins anew. */
function countAgain(marks: readonly Mark[], index: number): boolean {
  const { kind, rank } = marks[index]!;
  for (const mark of marks.slice(index + 1, index + 60)) {
    if (mark.kind !== kind) continue;
    if (mark.rank === 1) return false;
    if (mark.rank === rank) return true;
  }
  return false;
}

/** A new row stands in an open one of another kind, or in one of its own kind that goes on behind it. */
function isWithin(row: Row, mark: Mark, marks: readonly Mark[], index: number): boolean {
  const last = row.marks.at(-1)!;
  const next = last.rank + 1;
  const behind = marks.slice(index + 1, index + 60);
  if (row.kind !== mark.kind) {
    // Within the same paragraph it is a part; in a later one only where the outer row goes on.
    return last.paragraph === mark.paragraph || behind.some(({ kind, rank }) => kind === row.kind && rank === next);
  }
  let ahead = 1;
  for (const { kind, rank } of behind) {
    if (kind !== mark.kind) continue;
    if (rank === ahead + 1 && rank !== next) ahead = rank;
    else if (rank === next) {
      // The number of the outer row: its own, or the next of the inner one, which then comes again.
      if (rank !== ahead + 1) return true;
      ahead = rank;
      const again = behind.filter((other) => other.kind === kind && other.rank === next).length;
      return again > 1;
    } else return false;
  }
  return false;
}

function closeBefore(last: Mark, mark: Mark): void {
  if (last.paragraph === mark.paragraph) closeAt(last, mark.start);
}

function closeAt(mark: Mark, end: number): void {
  mark.end = end;
  for (const { marks } of mark.parts) {
    const last = marks.at(-1)!;
    if (last.paragraph === mark.paragraph) closeAt(last, end);
  }
}

interface Lead {
  readonly text: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** The sentence that announces a row: before it in its paragraph, or the last of the one above. */
function findLead(paragraphs: readonly string[], first: Mark): Lead | null {
  const paragraph = first.start > 0 ? first.paragraph : first.paragraph - 1;
  const text = paragraphs[paragraph];
  if (text === undefined) return null;
  const end = first.start > 0 ? first.start : text.length;
  const from = Math.max(
    text.lastIndexOf('。', end - 2),
    text.lastIndexOf('！', end - 2),
    text.lastIndexOf('？', end - 2),
  );
  return { text: text.slice(from + 1, end), paragraph, start: from + 1, end };
}

function isDemanding(lead: string): boolean {
  const end = lead.slice(-60);
  return DEMANDING.test(end) && !TELLING.test(end);
}

function readAnnounced(lead: string): number | null {
  const found = ANNOUNCED.exec(lead.slice(-60).replace(/[。：:]+$/u, ''));
  return found ? readCount((found[1] ?? found[2])!) : null;
}

interface Around {
  readonly paragraphs: readonly string[];
  readonly item: number;
  readonly by: string | null;
  readonly announced: number | null;
}

function makeDemand(mark: Mark, around: Around): Demand {
  const { paragraph, start, end, ordinal, rank, parts } = mark;
  const quote = around.paragraphs[paragraph]!.slice(start, end);
  const inner = { ...around, announced: null };
  return {
    item: around.item,
    paragraph,
    start,
    end: start + quote.trimEnd().length,
    quote: quote.trimEnd(),
    ordinal,
    rank,
    by: around.by,
    announced: around.announced,
    parts: parts
      .filter(({ marks }) => marks.length > 1)
      .flatMap(({ marks }) => marks.map((part) => makeDemand(part, inner))),
  };
}
