import type { SourcePart } from '../../source-map.ts';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import { sliceRuns, textOfRuns, trimRuns, type DraftBlock, type DraftRun } from '../../volume-draft.ts';
import { KeptText } from './kept-text.ts';
import { layTableCells, type WordCell, type WordRow } from './lay-table-cells.ts';
import { wholeNumber, type XmlAttributes, type XmlHandler } from './parse-xml.ts';
import type { Numbering } from './read-numbering.ts';
import type { Styles } from './read-styles.ts';
import { MarkTracker, PARAGRAPH_END, type WordsOfComment } from './track-marks.ts';

const LIMITS = { paragraphs: 400_000, cells: 500_000 };
/** Word itself allows 63. */
const MOST_COLUMNS = 1000;
const MOST_PLACES = 5_000_000;
const LONGEST_HEADING = 100;
const SETTINGS = new Set(['w:rPr', 'w:pPrChange', 'w:tcPrChange', 'w:trPrChange', 'w:sectPr', 'w:sdtPr']);

/** What a story is read with; `notes` are the blocks of each footnote or endnote by kind and id. */
export interface StoryContext {
  readonly part: SourcePart;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: ReadonlyMap<string, readonly DraftBlock[]>;
  readonly comments: ReadonlyMap<string, WordsOfComment>;
}

interface Paragraph {
  readonly index: number;
  readonly runs: DraftRun[];
  length: number;
  style?: string;
  outline?: number;
  list?: string;
  listLevel?: number;
  /** Blocks that follow the paragraph: its images, text boxes and notes. */
  readonly after: DraftBlock[];
}

interface OpenTable {
  readonly rows: WordRow[];
  readonly after: DraftBlock[];
}

/** What paragraphs go into: the body or a text box, or a cell. */
type Frame =
  | { readonly blocks: DraftBlock[]; readonly cell?: undefined }
  | { readonly cell: WordCell; readonly table: OpenTable };

/** Reads the body of a Word part (正文、脚注) into blocks; feed its handler with the part, then take `blocks`. */
export class StoryReader {
  readonly blocks: DraftBlock[] = [];
  readonly marks: MarkTracker;
  private readonly kept = new KeptText();
  private readonly context: StoryContext;
  private readonly frames: Frame[] = [{ blocks: this.blocks }];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: OpenTable[] = [];
  /** Elements open that hold formatting or its history: nothing in them is content. */
  private readonly settings: string[] = [];
  private isInRowSettings = false;
  private pictureText = '';
  private objects = 0;
  private paragraphCount = 0;
  private cellCount = 0;

  constructor(context: StoryContext) {
    this.context = context;
    this.marks = new MarkTracker(context.part, context.comments);
  }

  handler(): XmlHandler {
    return {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        this.marks.text(text, this.kept.takesText);
        if (this.kept.takesText) this.take(text);
      },
    };
  }

  /** Between paragraphs it is the end of the last one. */
  private get position(): { paragraph: number; offset: number } {
    const { paragraph } = this.kept;
    if (paragraph < 0) return { paragraph: this.paragraphCount - 1, offset: PARAGRAPH_END };
    return { paragraph, offset: this.paragraph?.index === paragraph ? this.paragraph.length : 0 };
  }

  private get paragraph(): Paragraph | undefined {
    return this.paragraphs.at(-1);
  }

  private open(name: string, attributes: XmlAttributes): void {
    const mark = this.kept.open(name, attributes);
    const setting = this.isInRowSettings ? 'w:trPr' : this.settings.at(-1);
    this.marks.open(name, attributes, this.position, this.kept.isPresent, setting);
    if (mark !== '') this.take(mark);
    if (name === 'w:p') {
      if (++this.paragraphCount > LIMITS.paragraphs) throw new ManuscriptRefusal('too-large', 'paragraphs');
      this.paragraphs.push({ index: this.kept.paragraph, runs: [], length: 0, after: [] });
    } else if (SETTINGS.has(name)) this.settings.push(name);
    else if (this.settings.length > 0) return;
    else if (name === 'w:trPr') this.isInRowSettings = true;
    else if (name === 'w:del' && this.isInRowSettings) this.deleteRow();
    else if (this.kept.isPresent) {
      this.openStructure(name, attributes['w:val']);
      this.openContent(name, attributes);
    }
  }

  private openStructure(name: string, value: string | undefined): void {
    const table = this.tables.at(-1);
    const cell = this.frames.at(-1)?.cell;
    switch (name) {
      case 'w:txbxContent':
        this.frames.push({ blocks: [] });
        break;
      case 'w:tbl':
        this.tables.push({ rows: [], after: [] });
        break;
      case 'w:tr':
        table?.rows.push({ before: 0, isDeleted: false, cells: [] });
        break;
      case 'w:gridBefore':
        if (table?.rows.length) table.rows.at(-1)!.before = wholeNumber(value, 0, MOST_COLUMNS) ?? 0;
        break;
      case 'w:tc':
        this.openCell(table);
        break;
      case 'w:gridSpan':
        if (cell) cell.columnSpan = wholeNumber(value, 1, MOST_COLUMNS) ?? 1;
        break;
      case 'w:vMerge':
        if (cell) cell.merge = value === 'restart' ? 'restart' : 'continue';
        break;
    }
  }

  private openCell(table: OpenTable | undefined): void {
    if (++this.cellCount > LIMITS.cells) throw new ManuscriptRefusal('too-large', 'cells');
    if (!table?.rows.length) throw new ManuscriptRefusal('malformed', 'cell outside a row');
    const cell: WordCell = { columnSpan: 1, merge: 'none', runs: [] };
    table.rows.at(-1)!.cells.push(cell);
    this.frames.push({ cell, table });
  }

  private openContent(name: string, attributes: XmlAttributes): void {
    const { paragraph } = this;
    const value = attributes['w:val'];
    if (!paragraph) return;
    switch (name) {
      case 'w:pStyle':
        paragraph.style = value;
        break;
      case 'w:outlineLvl':
        paragraph.outline = wholeNumber(value, 0, 9);
        break;
      case 'w:numId':
        paragraph.list = value;
        break;
      case 'w:ilvl':
        paragraph.listLevel = wholeNumber(value, 0, 8);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        paragraph.after.push(...(this.context.notes.get(noteKey(name, attributes['w:id'])) ?? []));
        break;
      case 'w:object':
        this.objects++;
        break;
      case 'wp:docPr':
        this.pictureText = attributes['descr'] ?? '';
        break;
      case 'a:blip':
        paragraph.after.push(imageBlock(this.pictureText));
        this.pictureText = '';
        break;
      case 'v:imagedata':
        if (this.objects === 0) paragraph.after.push(imageBlock(attributes['o:title'] ?? ''));
        break;
    }
  }

  private close(name: string): void {
    const isPresent = this.kept.isPresent;
    this.marks.close(name, this.position, isPresent);
    this.kept.close(name);
    if (name === 'w:p') {
      const paragraph = this.paragraphs.pop();
      if (paragraph && isPresent) this.closeParagraph(paragraph);
    } else if (name === this.settings.at(-1)) this.settings.pop();
    else if (!isPresent || this.settings.length > 0) return;
    else if (name === 'w:trPr') this.isInRowSettings = false;
    else if (name === 'w:tbl') this.closeTable();
    else if (name === 'w:tc') this.frames.pop();
    else if (name === 'w:object') this.objects--;
    else if (name === 'w:txbxContent') {
      const frame = this.frames.pop();
      if (frame && !frame.cell) this.paragraph?.after.push(...frame.blocks);
    }
  }

  private take(text: string): void {
    const { paragraph } = this;
    if (!paragraph) return;
    const source = { part: this.context.part, paragraph: this.kept.paragraph, start: paragraph.length };
    paragraph.runs.push({ text, source });
    paragraph.length += text.length;
  }

  private closeParagraph(paragraph: Paragraph): void {
    const frame = this.frames.at(-1)!;
    if (!frame.cell) {
      frame.blocks.push(...this.paragraphBlocks(paragraph), ...paragraph.after);
      return;
    }
    appendToCell(frame.cell.runs, [...this.label(paragraph), ...paragraph.runs]);
    for (const block of paragraph.after) {
      if (block.kind === 'note' || block.kind === 'image') frame.table.after.push(block);
      else appendBlockToCell(frame.cell.runs, block);
    }
  }

  private label(paragraph: Paragraph): DraftRun[] {
    const { styles, numbering } = this.context;
    const style = paragraph.style === undefined ? undefined : styles.resolve(paragraph.style);
    const list = paragraph.list ?? style?.list;
    if (list === undefined || list === '0' || paragraph.length === 0) return [];
    const tied = paragraph.style === undefined ? undefined : numbering.levelOfStyle(list, paragraph.style);
    const number = numbering.nextLabel(list, paragraph.listLevel ?? style?.listLevel ?? tied ?? 0);
    // Notes are read without the lists of the body.
    if (number === undefined && this.context.part === 'document') this.marks.addNumber(paragraph.index, 0);
    if (number === undefined || number === '') return [];
    const text = /[、．。）】]$/.test(number) ? number : `${number} `;
    this.marks.addNumber(paragraph.index, text.length);
    return [{ text }];
  }

  private paragraphBlocks(paragraph: Paragraph): DraftBlock[] {
    const style = paragraph.style === undefined ? undefined : this.context.styles.resolve(paragraph.style);
    const runs = trimRuns([...this.label(paragraph), ...paragraph.runs]);
    if (runs.length === 0) return [];
    const outline = paragraph.outline === undefined || paragraph.outline > 8 ? undefined : paragraph.outline + 1;
    const level = style?.isContents ? undefined : (outline ?? (paragraph.outline === 9 ? undefined : style?.level));
    const text = textOfRuns(runs);
    if (level !== undefined && !(text.length > LONGEST_HEADING && text.includes('。')))
      return [{ kind: 'heading', level, runs: replaceBreaks(runs, /[\n\t]/) }];
    const kind = style?.isCaption ? 'caption' : 'paragraph';
    return splitAtBreaks(runs).map((line) => ({ kind, runs: line }));
  }

  private deleteRow(): void {
    const row = this.tables.at(-1)?.rows.at(-1);
    if (!row) return;
    row.isDeleted = true;
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const laid = layTableCells(table.rows.filter((row) => !row.isDeleted));
    if (laid.columns > MOST_COLUMNS || laid.rows * laid.columns > MOST_PLACES)
      throw new ManuscriptRefusal('too-large', 'table');
    const frame = this.frames.at(-1)!;
    if (frame.cell) {
      for (const cell of laid.cells) appendToCell(frame.cell.runs, cell.runs);
      frame.table.after.push(...table.after);
    } else if (laid.rows > 0 && laid.columns > 0) {
      frame.blocks.push({ kind: 'table', runs: [], table: laid }, ...table.after);
    }
  }
}

/** Key of a note among the notes of a document; `name` is the element that refers to it or holds it. */
export function noteKey(name: string, id: string | undefined): string {
  return `${name.startsWith('w:foot') ? 'footnotes' : 'endnotes'}:${id ?? ''}`;
}

/** Paragraphs of one cell are joined with a space; breaks and tabs in them become one too. */
function appendToCell(cell: DraftRun[], runs: readonly DraftRun[]): void {
  const trimmed = replaceBreaks(trimRuns(runs), /[\n\t]/);
  if (trimmed.length === 0) return;
  if (cell.length > 0) cell.push({ text: ' ' });
  cell.push(...trimmed);
}

/** A text box in a cell: its paragraphs and tables are flattened into the cell. */
function appendBlockToCell(cell: DraftRun[], block: DraftBlock): void {
  appendToCell(cell, block.runs);
  for (const inner of block.table?.cells ?? []) appendToCell(cell, inner.runs);
}

function imageBlock(alternative: string): DraftBlock {
  const text = alternative.replaceAll(/\s+/g, ' ').trim();
  return { kind: 'image', runs: text === '' ? [] : [{ text }] };
}

function replaceBreaks(runs: readonly DraftRun[], pattern: RegExp): DraftRun[] {
  return runs.flatMap((run) => {
    if (!pattern.test(run.text)) return [run];
    const text = run.text;
    const parts: DraftRun[] = [];
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      const isBreak = at < text.length && pattern.test(text[at]!);
      if (at < text.length && !isBreak) continue;
      parts.push(...sliceRuns([run], from, at));
      if (isBreak) parts.push({ text: ' ' });
      from = at + 1;
    }
    return parts;
  });
}

/** Lines of a paragraph with manual line breaks (软回车). */
function splitAtBreaks(runs: readonly DraftRun[]): DraftRun[][] {
  const text = textOfRuns(runs);
  if (!text.includes('\n')) return [[...runs]];
  const lines: DraftRun[][] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const trimmed = trimRuns(sliceRuns(runs, from, from + line.length));
    if (trimmed.length > 0) lines.push(trimmed);
    from += line.length + 1;
  }
  return lines;
}
