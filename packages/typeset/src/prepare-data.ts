import { breakText, type TextPiece } from './break-text.ts';
import { breakTitle } from './break-title.ts';
import { cleanLine, cleanLines } from './clean-lines.ts';
import { MEASURES, sizeMasthead, widthOf } from './measures.ts';
import type { PaperTable } from './paper-table.ts';
import type { BulletinPaper, LetterPaper, LetterPart, Paper, PaperParagraph, TablePaper } from './paper.ts';
import { printSubtitle } from './print-subtitle.ts';

/** What a template prints: the document with every line cleaned, broken and measured. JSON. */
export type TemplateData = Readonly<Record<string, unknown>>;

const { charactersALine, typeArea, title, foot, lead, cell } = MEASURES;

/** Lays a document out for its template: lines of the title, paragraphs, widths; text stays text. */
export function prepareData(paper: Paper): TemplateData {
  switch (paper.kind) {
    case 'bulletin':
      return prepareBulletin(paper);
    case 'letter':
      return prepareLetter(paper);
    case 'table':
      return prepareTable(paper);
  }
}

function prepareBulletin(paper: BulletinPaper): TemplateData {
  const { up, across, down } = paper.recipients;
  const masthead = cleanLine(paper.masthead);
  return {
    masthead,
    mastheadSize: sizeMasthead(masthead, typeArea.width, MEASURES.bulletin.masthead),
    mark: paper.draft ? '送审稿' : '',
    number: paper.draft ? '' : cleanLine(paper.numberLine),
    issuer: cleanLine(paper.issuer),
    date: cleanLine(paper.date),
    sections: paper.sections.map(({ column, items }) => ({
      column: column === null || cleanLine(column) === '' ? '' : `【${cleanLine(column)}】`,
      items: items.map((item) => ({
        title: titleLines(item.title),
        subtitle: printSubtitle(item.subtitle) === '' ? null : line(printSubtitle(item.subtitle), charactersALine),
        paragraphs: item.paragraphs.flatMap(paragraphs),
        source: laySource(item.source),
      })),
    })),
    disclosure: paper.disclosure === null ? '' : cleanLine(paper.disclosure),
    recipients: [
      ...up.map((words, at) => [at === 0 ? '报：' : '', words]),
      ...across.map((words, at) => [at === 0 ? '送：' : '', words]),
      ...down.map((words, at) => [at === 0 ? '发：' : '', words]),
    ].map(([label, words]) => ({ label, words: line(words!, tailMeasure - 3) })),
    printedBy: cleanLine(paper.printedBy),
    printedOn: cleanLine(paper.printedOn) === '' ? '' : `${cleanLine(paper.printedOn)}印发`,
    copies: paper.copies === null ? '' : `（共印${paper.copies}份）`,
  };
}

function prepareLetter(paper: LetterPaper): TemplateData {
  const masthead = cleanLine(paper.masthead);
  return {
    masthead,
    mastheadSize: sizeMasthead(masthead, MEASURES.letter.lineWidth, MEASURES.letter.masthead),
    mark: paper.draft ? '草稿（未签发）' : '',
    number: paper.draft ? '' : cleanLine(paper.numberLine),
    name: cleanLine(paper.title),
    title: titleLines(paper.title),
    addressee: cleanLine(paper.addressee) === '' ? null : line(`${cleanLine(paper.addressee)}：`, charactersALine),
    parts: paper.parts.flatMap(layPart),
    attachments: paper.attachments.map((name) => line(name, charactersALine - 6)),
    signature: cleanLine(paper.signature),
    date: cleanLine(paper.date),
    note: cleanLine(paper.note) === '' ? null : line(`（${cleanLine(paper.note)}）`, charactersALine - 3),
    copies: paper.copiesTo.map((words) => line(words, tailMeasure - 3)),
  };
}

function layPart(part: LetterPart): unknown[] {
  if (part.kind === 'table') return [{ kind: 'table', table: layTable(part.table, typeArea.width) }];
  return paragraphs(part.paragraph).map((paragraph) => ({ kind: 'paragraph', paragraph }));
}

function prepareTable(paper: TablePaper): TemplateData {
  const width = paper.isLandscape ? typeArea.height : typeArea.width;
  return {
    isLandscape: paper.isLandscape,
    mark: paper.draft ? '草稿' : '',
    name: cleanLine(paper.title),
    title: titleLines(paper.title, (width * 72) / 25.4 / title.size),
    lead: paper.lead.flatMap((text) => lines(text, (width * 72) / 25.4 / lead.size)),
    table: layTable(paper.table, width),
    notes: paper.notes.flatMap((text) => lines(text, (width * 72) / 25.4 / lead.size)),
  };
}

const tailMeasure = ((typeArea.width * 72) / 25.4 - 2 * foot.size) / foot.size;

function titleLines(text: string, most = (typeArea.width * 72) / 25.4 / title.size): TextPiece[][] {
  return breakTitle(cleanLines(text), Math.floor(most)).map((each) => breakText(each, most));
}

/** Words at the end of an item. */
function laySource(source: string | null): TextPiece[] | null {
  const words = source === null ? '' : cleanLine(source);
  return words === '' ? null : line(`（${words}）`, charactersALine);
}

/** A line break in a paragraph begins another; an empty one is none. */
function paragraphs({ text, bold, level }: PaperParagraph) {
  const rows = cleanLines(text)
    .split('\n')
    .map((row) => row.trim());
  const leading = bold === null ? '' : cleanLine(bold);
  return rows
    .filter((row) => row !== '')
    .map((row, at) => {
      const cut = at === 0 && leading !== '' && row.startsWith(leading) ? leading.length : 0;
      return {
        bold: breakText(row.slice(0, cut), charactersALine),
        text: breakText(row.slice(cut), charactersALine),
        level,
        isLong: row.length > 3_000,
      };
    });
}

function layTable({ columns, head, rows }: PaperTable, width: number) {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => (column.width / sum) * width);
  const measures = widths.map((_, at) => measureOf(widths, at, 1));
  return {
    widths,
    align: columns.map(({ align }) => align),
    head: head.map((cells) =>
      cells.map((each, at) => ({
        text: lines(each.text, measureOf(widths, at, each.columns ?? 1)),
        columns: each.columns ?? 1,
        rows: each.rows ?? 1,
      })),
    ),
    rows: rows.map((row) =>
      'section' in row ? { section: line(row.section, charactersALine) } : layCells(row.cells, measures),
    ),
  };
}

/** Characters a line of a cell; one of the head that stands below another over several columns may be taken for wider than it is. */
function measureOf(widths: readonly number[], at: number, columns: number): number {
  const width = widths.slice(at, at + columns).reduce((sum, each) => sum + each, 0) || widths.at(-1)!;
  return Math.max(1, ((width - 2 * cell.pad) * 72) / 25.4 / cell.size);
}

/** Lines of a row that is kept on one page; a longer one must be allowed to break, or its end would not be printed. */
const MOST_KEPT = 20;

function layCells(texts: readonly string[], measures: readonly number[]) {
  const high = texts.map((text, at) =>
    text.split('\n').reduce((sum, each) => sum + Math.ceil((widthOf(each) + 1) / Math.floor(measures[at]!)), 0),
  );
  const cells = texts.map((text, at) => lines(text, measures[at]!));
  return { cells, isKept: Math.max(0, ...high) <= MOST_KEPT };
}

function lines(text: string, measure: number): TextPiece[][] {
  return cleanLines(text)
    .split('\n')
    .map((each) => breakText(each.trimEnd(), measure));
}

function line(text: string, measure: number): TextPiece[] {
  return breakText(cleanLine(text), measure);
}
