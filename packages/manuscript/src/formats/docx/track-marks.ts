import type { ForeignMark, ReportKind, Taken } from '../../import-report.ts';
import { MOST_FOREIGN, MOST_PLACES } from '../../import-report.ts';
import type { SourcePart } from '../../source-map.ts';
import type { XmlAttributes } from './parse-xml.ts';

/** Stretch of a part from one paragraph's offset to another's; `lead` characters of a computed number stand before it. */
export interface MarkSpan {
  readonly part: SourcePart;
  readonly paragraph: number;
  readonly start: number;
  readonly lastParagraph: number;
  readonly end: number;
  readonly lead?: number;
}

/** One thing the import report will speak of, with the first places it was seen at. */
export interface FoundMarks {
  readonly kind: ReportKind;
  readonly taken: Taken;
  count: number;
  readonly places: MarkSpan[];
}

/** Mark of another person as it stands in the file (他人的批注和修订). */
export type FoundForeign = Omit<ForeignMark, 'start' | 'end'> & { readonly place: MarkSpan };

/** Words of a comment in the comments part. */
export interface WordsOfComment {
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
}

interface Position {
  readonly paragraph: number;
  readonly offset: number;
}

interface OpenRevision {
  readonly name: string;
  readonly from: Position;
  readonly author: string;
  readonly at: string | null;
  text: string;
}

const LONGEST_TEXT = 2000;
/** Offset of the end of a paragraph, whatever its length (段末). */
export const PARAGRAPH_END = 2 ** 30;
const INSERTING: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:cellIns']);
const DELETING: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:cellDel']);
const FORMAT_CHANGES: ReadonlySet<string> = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
]);
/** Elements that are one thing each, at a point. */
const POINTS: Readonly<Record<string, readonly [ReportKind, Taken]>> = {
  'dgm:relIds': ['smart-art', 'kept'],
  'a:blip': ['images', 'kept'],
  'c:chart': ['charts', 'kept'],
  'cx:chart': ['charts', 'kept'],
  'w:object': ['embedded-objects', 'kept'],
  'w:altChunk': ['embedded-objects', 'kept'],
  'w:contentPart': ['embedded-objects', 'kept'],
  'm:oMath': ['formulas', 'kept'],
  'a:txBody': ['text-boxes', 'kept'],
  'v:textpath': ['word-art', 'kept'],
  'w:sym': ['symbols', 'kept'],
  'w:rt': ['ruby', 'kept'],
  'w:footnoteReference': ['footnotes', 'text'],
  'w:endnoteReference': ['endnotes', 'text'],
};

/**
 * Keeps account of what a story of a Word part holds besides plain text (读入事项): text boxes, fields, notes, and the
 * comments and tracked changes of others. It is shown every element the story reader is shown.
 */
export class MarkTracker {
  readonly found = new Map<string, FoundMarks>();
  readonly foreign: FoundForeign[] = [];
  /** Lines of shapes and word art, which nobody reads but the search for marks of secrecy. */
  readonly aside: string[] = [];
  private readonly part: SourcePart;
  private readonly comments: ReadonlyMap<string, WordsOfComment>;
  private readonly revisions: OpenRevision[] = [];
  private readonly ranges = new Map<string, { from: Position; to?: Position }>();
  private readonly fields: { from: Position | undefined }[] = [];
  private readonly links: { readonly kind: ReportKind; readonly from: Position }[] = [];
  /** Text boxes and nested tables open, with the paragraphs seen in them. */
  private readonly boxes: { first: number; last: number; hasText: boolean }[] = [];
  private tables = 0;
  private objects = 0;
  private fallbacks = 0;
  private runs: { readonly from: Position; isHidden: boolean }[] = [];
  private takesDeleted = false;
  private isInShape = false;

  constructor(part: SourcePart, comments: ReadonlyMap<string, WordsOfComment>) {
    this.part = part;
    this.comments = comments;
  }

  /** `isPresent`: neither deleted nor a second copy; `setting`: the formatting element it lies in, if any. */
  open(name: string, attributes: XmlAttributes, at: Position, isPresent: boolean, setting: string | undefined): void {
    if (name === 'mc:Fallback') this.fallbacks++;
    if (this.fallbacks > 0) return;
    if (INSERTING.has(name) || DELETING.has(name)) this.openRevision(name, attributes, at, setting);
    else if (FORMAT_CHANGES.has(name)) this.add('format-changes', 'kept', this.span(at));
    else if (name === 'w:commentRangeStart') this.ranges.set(attributes['w:id'] ?? '', { from: at });
    else if (name === 'w:commentRangeEnd') this.closeRange(attributes['w:id'] ?? '', at);
    else if (name === 'w:commentReference') this.addComment(attributes['w:id'] ?? '', at);
    else if (name === 'w:delText') this.takesDeleted = true;
    else if (name === 'w:t') this.takesDeleted = this.revisions.some((revision) => revision.name === 'w:moveFrom');
    else if (name === 'w:vanish') this.hideRun(attributes['w:val'], setting);
    else if (name === 'w:rt' && setting === undefined) this.add('ruby', 'kept', this.span(at));
    else if (isPresent && setting === undefined) this.openContent(name, attributes, at);
  }

  close(name: string, at: Position, isPresent: boolean): void {
    if (name === 'mc:Fallback') this.fallbacks--;
    if (this.fallbacks > 0) return;
    if (name === 'a:t') this.isInShape = false;
    if (name === 'w:delText' || name === 'w:t') this.takesDeleted = false;
    else if (name === this.revisions.at(-1)?.name) this.closeRevision(at);
    else if (!isPresent) return;
    else if (name === 'w:r') this.closeRun(at);
    else if (name === 'w:hyperlink' || name === 'w:fldSimple') this.closeLink(at);
    else if (name === 'w:txbxContent') this.closeBox('text-boxes');
    else if (name === 'w:tbl' && --this.tables > 0) this.closeBox('nested-tables');
    else if (name === 'w:object') this.objects--;
  }

  /** Characters of a text element; `isTaken` when they are in the logical text. */
  text(text: string, isTaken: boolean): void {
    if (this.isInShape) this.aside.push((this.aside.pop() ?? '') + text);
    if (isTaken) for (const box of this.boxes) box.hasText ||= text.trim() !== '';
    const revision = this.revisions.findLast(({ name }) => isTaken !== DELETING.has(name));
    if (!revision || (!isTaken && !this.takesDeleted) || revision.text.length >= LONGEST_TEXT) return;
    revision.text += text.slice(0, LONGEST_TEXT - revision.text.length);
  }

  add(kind: ReportKind, taken: Taken, place?: MarkSpan): void {
    const key = `${kind} ${taken}`;
    let marks = this.found.get(key);
    if (!marks) this.found.set(key, (marks = { kind, taken, count: 0, places: [] }));
    marks.count++;
    if (place && place.paragraph >= 0 && marks.places.length < MOST_PLACES) marks.places.push(place);
  }

  /** The number before a paragraph; of `length` characters, or 0 where the list it names does not exist. */
  addNumber(paragraph: number, length: number): void {
    const place = { ...this.span({ paragraph, offset: 0 }), lead: length };
    if (length > 0) this.add('computed-numbering', 'text', place);
    else this.add('broken-numbering', 'kept', { ...place, end: PARAGRAPH_END });
  }

  private openContent(name: string, attributes: XmlAttributes, at: Position): void {
    switch (name) {
      case 'w:p':
        for (const box of this.boxes) {
          if (box.first < 0) box.first = at.paragraph;
          box.last = at.paragraph;
        }
        return;
      case 'w:r':
        this.runs.push({ from: at, isHidden: false });
        return;
      case 'w:fldChar':
        this.turnField(attributes['w:fldCharType'], at);
        return;
      case 'w:fldSimple':
      case 'w:hyperlink':
        this.links.push({ kind: name === 'w:hyperlink' ? 'hyperlinks' : 'fields', from: at });
        return;
      case 'w:txbxContent':
        this.boxes.push({ first: -1, last: -1, hasText: false });
        return;
      case 'w:tbl':
        if (++this.tables > 1) this.boxes.push({ first: -1, last: -1, hasText: false });
        return;
      case 'v:imagedata':
        if (this.objects === 0) this.add('images', 'kept', this.span(at));
        return;
      case 'w:object':
        this.objects++;
    }
    if (name === 'v:textpath') this.aside.push(attributes['string'] ?? '', '');
    else if (name === 'a:p') this.aside.push('');
    else if (name === 'a:t') this.isInShape = true;
    const point = POINTS[name];
    if (point) this.add(...point, this.span(at));
  }

  private span(from: Position, to = from): MarkSpan {
    return {
      part: this.part,
      paragraph: from.paragraph,
      start: from.offset,
      lastParagraph: to.paragraph,
      end: to.offset,
    };
  }

  private openRevision(name: string, attributes: XmlAttributes, at: Position, setting: string | undefined): void {
    // What formatting holds is no text: the mark that ends a paragraph, a row, a cell.
    const text = setting === 'w:rPr' ? '¶' : '';
    const by = { author: attributes['w:author'] ?? '', at: attributes['w:date'] ?? null };
    this.revisions.push({ name, from: at, ...by, text });
  }

  private closeRevision(at: Position): void {
    const { name, from, author, at: when, text } = this.revisions.pop()!;
    const isInsertion = INSERTING.has(name);
    const place = this.span(from, at);
    if (isInsertion) this.add('insertions', 'text', place);
    else this.add('deletions', 'kept', place);
    this.addForeign({ kind: isInsertion ? 'insertion' : 'deletion', author, at: when, text, place });
  }

  private closeRange(id: string, at: Position): void {
    const range = this.ranges.get(id);
    if (range) range.to = at;
  }

  private addComment(id: string, at: Position): void {
    const range = this.ranges.get(id);
    const place = range ? this.span(range.from, range.to ?? at) : this.span(at);
    this.add('comments', 'kept', place);
    const words = this.comments.get(id) ?? { author: '', at: null, text: '' };
    this.addForeign({ kind: 'comment', ...words, text: words.text.slice(0, LONGEST_TEXT), place });
  }

  private addForeign(mark: FoundForeign): void {
    if (this.foreign.length < MOST_FOREIGN) this.foreign.push(mark);
  }

  private turnField(kind: string | undefined, at: Position): void {
    if (kind === 'begin') this.fields.push({ from: undefined });
    else if (kind === 'separate' && this.fields.length > 0) this.fields.at(-1)!.from = at;
    else if (kind === 'end') {
      const field = this.fields.pop();
      if (field) this.add('fields', field.from ? 'text' : 'kept', this.span(field.from ?? at, at));
    }
  }

  private closeLink(at: Position): void {
    const link = this.links.pop();
    if (link) this.add(link.kind, 'text', this.span(link.from, at));
  }

  private hideRun(value: string | undefined, setting: string | undefined): void {
    const run = this.runs.at(-1);
    // Hidden too is the mark that ends a paragraph, which is in no run.
    if (run && setting === 'w:rPr' && value !== '0' && value !== 'false') run.isHidden = true;
  }

  private closeRun(at: Position): void {
    const run = this.runs.pop();
    if (run?.isHidden && run.from.paragraph === at.paragraph && at.offset > run.from.offset)
      this.add('hidden-text', 'text', this.span(run.from, at));
  }

  private closeBox(kind: ReportKind): void {
    const box = this.boxes.pop();
    if (!box || (kind === 'text-boxes' && !box.hasText)) return;
    this.add(kind, 'text', {
      part: this.part,
      paragraph: box.first,
      start: 0,
      lastParagraph: box.last,
      end: PARAGRAPH_END,
    });
  }
}
