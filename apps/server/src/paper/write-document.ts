import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  TableCell,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';

import { cleanText } from '@xiuzhi/manuscript';
import { splitByFace, type Face } from '@xiuzhi/typeset';
import type { PaperBlock, PaperColumn, PaperDocument, PaperRow, PaperStyle, PaperTable } from './paper-document.ts';
import { faceOf, fontOf, PARAGRAPH_STYLES } from './paper-styles.ts';

/** A row that fills a page must be allowed to break, or the end of it is not printed. */
const LONGEST_UNBROKEN = 500;

/** Writes a page as a .docx (生成 Word 文件) on the paper and in the faces of GB/T 9704—2012. */
export async function writeDocument(paper: PaperDocument): Promise<Uint8Array> {
  const document = new Document({
    title: cleanText(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    customProperties: Object.entries(paper.properties).map(([name, value]) => ({ name, value })),
    styles: {
      default: { document: { run: { font: fontOf('fangsong'), size: 32, language: { eastAsia: 'zh-CN' } } } },
      paragraphStyles: PARAGRAPH_STYLES,
    },
    sections: [
      {
        properties: { page: pageOf(paper.isLandscape) },
        headers: { default: headerOf(paper.head), even: headerOf(paper.head) },
        footers: { default: footerOf('odd'), even: footerOf('even') },
        children: paper.blocks.flatMap(layBlock),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The type area lies on a lying page as on an upright one turned: the head of the page is its binding edge. */
function pageOf(isLandscape: boolean) {
  const [top, right, bottom, left] = (isLandscape ? [28, 37, 26, 35] : [37, 26, 35, 28]).map(convertMillimetersToTwip);
  const orientation = isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297), orientation },
    margin: { top, right, bottom, left, header: convertMillimetersToTwip(15), footer: bottom! - 400 },
  };
}

function headerOf(text: string): Header {
  return new Header({
    children: [new Paragraph({ style: 'head', children: text === '' ? [] : [new TextRun(text)] })],
  });
}

/** 一字线 on both sides; odd pages to the right, even ones to the left, one character from the edge (7.5). */
function footerOf(side: 'odd' | 'even'): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } });
  const [alignment, indent] =
    side === 'odd' ? ([AlignmentType.RIGHT, { right: 280 }] as const) : ([AlignmentType.LEFT, { left: 280 }] as const);
  return new Footer({ children: [new Paragraph({ style: 'foot', alignment, indent, children: [number] })] });
}

function layBlock(block: PaperBlock): (Paragraph | Table)[] {
  if (block.kind === 'table') return [layTable(block.table)];
  return linesOf(block.text).map((line) => layParagraph(block.kind, line));
}

function layParagraph(style: PaperStyle, text: string): Paragraph {
  const isHidden = style === 'hidden';
  // The mark of the paragraph is hidden with its text, or an empty line remains.
  const mark = isHidden ? { run: { vanish: true } } : {};
  return new Paragraph({ style, ...mark, children: runsOf(text, faceOf(style), isHidden) });
}

function layTable({ columns, rows, bookmarks }: PaperTable): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      layCell({ ...column, isCentered: true }, column.header, index === 0 ? bookmarks : [], 'column'),
    ),
  });
  const widths = columns.map(({ width }) => convertMillimetersToTwip(width));
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    rows: [header, ...rows.map((row) => layRow(columns, row))],
  });
}

function layRow(columns: readonly PaperColumn[], row: PaperRow): TableRow {
  const isShort = 'section' in row || row.cells.every((text) => text.length <= LONGEST_UNBROKEN);
  const height = { value: 400, rule: HeightRule.ATLEAST };
  if ('section' in row) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const cell = layCell({ header: '', width }, row.section, [], 'column', columns.length);
    return new TableRow({ cantSplit: true, height, children: [cell] });
  }
  const cells = columns.map((column, index) =>
    layCell(column, row.cells[index] ?? '', index === 0 ? row.bookmarks : [], 'cell'),
  );
  return new TableRow({ cantSplit: isShort, height, children: cells });
}

function layCell(
  { width, isCentered }: PaperColumn,
  text: string,
  bookmarks: readonly string[],
  style: 'column' | 'cell',
  columnSpan = 1,
): TableCell {
  const alignment = isCentered ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lines = linesOf(text).map((line) => runsOf(line, faceOf(style)));
  const marked = bookmarks.reduce<(Bookmark | TextRun)[]>(
    (children, id) => [new Bookmark({ id, children })],
    lines[0] ?? [],
  );
  return new TableCell({
    columnSpan,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [marked, ...lines.slice(1)].map((children) => new Paragraph({ style, alignment, children })),
  });
}

function linesOf(text: string): string[] {
  return cleanText(text).split(/\r?\n|\r/);
}

function runsOf(text: string, face: Face, isHidden = false): TextRun[] {
  return splitByFace(text, face).map((part) => {
    const font =
      part.face === face ? (AMBIGUOUS.test(part.text) ? { hint: 'eastAsia' } : undefined) : fontOf(part.face);
    return new TextRun({ text: part.text, font, ...(isHidden ? { vanish: true } : {}) });
  });
}

/** Characters that Word sets in the Latin face unless told that they are Chinese here. */
const AMBIGUOUS = /[“”‘’…—·×]/u;
