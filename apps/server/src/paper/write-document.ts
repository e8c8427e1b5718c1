import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
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
  type IParagraphOptions,
} from 'docx';

import { cleanText } from './clean-text.ts';
import type { PaperBlock, PaperColumn, PaperDocument, PaperRow, PaperStyle, PaperTable } from './paper-document.ts';
import { splitByFace, type Face } from './split-by-face.ts';

/** Sizes in half points: 二号、三号、四号、五号. */
const SIZES = { title: 44, body: 32, footer: 28, table: 21 } as const;
const BODY_LINE = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const TABLE_LINE = { line: 320, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** A row that fills a page must be allowed to break, or the end of it is not printed. */
const LONGEST_UNBROKEN = 500;
const CHARACTER = 320;

/** Writes a page as a .docx (生成 Word 文件) on the paper and in the faces of GB/T 9704—2012. */
export async function writeDocument(paper: PaperDocument): Promise<Uint8Array> {
  const document = new Document({
    title: cleanText(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    customProperties: Object.entries(paper.properties).map(([name, value]) => ({ name, value })),
    styles: {
      default: {
        document: { run: { font: fontOf('fangsong'), size: SIZES.body, language: { eastAsia: 'zh-CN' } } },
      },
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
  const run = new TextRun({ text, font: fontOf('heiti'), size: SIZES.footer });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: text === '' ? [] : [run] })],
  });
}

/** 一字线 on both sides; odd pages to the right, even ones to the left, one character from the edge (7.5). */
function footerOf(side: 'odd' | 'even'): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf('songti'),
    size: SIZES.footer,
  });
  const [alignment, indent] =
    side === 'odd' ? ([AlignmentType.RIGHT, { right: 280 }] as const) : ([AlignmentType.LEFT, { left: 280 }] as const);
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [number] })] });
}

function layBlock(block: PaperBlock): (Paragraph | Table)[] {
  if (block.kind === 'table') return [layTable(block.table)];
  return linesOf(block.text).map((line) => layParagraph(block.kind, line));
}

interface Setting {
  readonly face?: Face;
  readonly size?: number;
  readonly isHidden?: boolean;
  readonly paragraph?: IParagraphOptions;
}

const SETTINGS: Record<PaperStyle, Setting> = {
  title: {
    face: 'xiaobiaosong',
    size: SIZES.title,
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { ...BODY_LINE, line: 660 },
    },
  },
  number: { paragraph: { alignment: AlignmentType.CENTER, spacing: { ...BODY_LINE, before: 280 } } },
  addressee: { paragraph: { spacing: { ...BODY_LINE, before: 560 } } },
  body: {
    paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 } },
  },
  heading: {
    face: 'heiti',
    paragraph: { keepNext: true, indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 } },
  },
  attachment: {
    paragraph: {
      keepNext: true,
      spacing: { ...BODY_LINE, before: 560 },
      indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
    },
  },
  signature: {
    paragraph: {
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      spacing: { ...BODY_LINE, before: 840 },
      indent: { right: 2 * CHARACTER },
    },
  },
  date: { paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 4 * CHARACTER } } },
  note: {
    size: 24,
    paragraph: { alignment: AlignmentType.LEFT, keepNext: true, spacing: { ...BODY_LINE, line: 400 } },
  },
  hidden: { size: 2, isHidden: true, paragraph: { spacing: { ...BODY_LINE, line: 20 } } },
};

function layParagraph(style: PaperStyle, text: string): Paragraph {
  const { face, size, isHidden, paragraph } = SETTINGS[style];
  const runs = runsOf(text, face ?? 'fangsong', size ?? SIZES.body, isHidden);
  const mark = isHidden ? { run: { vanish: true, size: 2 } } : {};
  return new Paragraph({ spacing: BODY_LINE, ...paragraph, ...mark, children: runs });
}

function layTable({ columns, rows, bookmarks }: PaperTable): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      layCell({ ...column, isCentered: true }, column.header, index === 0 ? bookmarks : [], 'heiti'),
    ),
  });
  const widths = columns.map(({ width }) => convertMillimetersToTwip(width));
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [header, ...rows.map((row) => layRow(columns, row))],
  });
}

function layRow(columns: readonly PaperColumn[], row: PaperRow): TableRow {
  const isShort = 'section' in row || row.cells.every((text) => text.length <= LONGEST_UNBROKEN);
  const height = { value: 400, rule: HeightRule.ATLEAST };
  if ('section' in row) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const cell = layCell({ header: '', width }, row.section, [], 'heiti', columns.length);
    return new TableRow({ cantSplit: true, height, children: [cell] });
  }
  const cells = columns.map((column, index) =>
    layCell(column, row.cells[index] ?? '', index === 0 ? row.bookmarks : [], 'fangsong'),
  );
  return new TableRow({ cantSplit: isShort, height, children: cells });
}

function layCell(
  { width, isCentered }: PaperColumn,
  text: string,
  bookmarks: readonly string[],
  face: Face,
  columnSpan = 1,
): TableCell {
  const alignment = isCentered ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lines = linesOf(text).map((line) => runsOf(line, face, SIZES.table));
  const marked = bookmarks.reduce<(Bookmark | TextRun)[]>(
    (children, id) => [new Bookmark({ id, children })],
    lines[0] ?? [],
  );
  return new TableCell({
    columnSpan,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [marked, ...lines.slice(1)].map(
      (children) => new Paragraph({ alignment, spacing: TABLE_LINE, children }),
    ),
  });
}

function linesOf(text: string): string[] {
  return cleanText(text).split(/\r?\n|\r/);
}

function runsOf(text: string, face: Face, size: number, isHidden = false): TextRun[] {
  // 28 characters of 三号 fill the line only when they stand a quarter point closer (GB/T 9704—2012 5.2.3).
  const characterSpacing = size === SIZES.body ? -5 : undefined;
  return splitByFace(text, face).map(
    (part) => new TextRun({ text: part.text, font: fontOf(part.face), size, characterSpacing, vanish: isHidden }),
  );
}

const FACES: Record<Face, string> = {
  fangsong: '仿宋_GB2312',
  'fangsong-wide': '仿宋',
  xiaobiaosong: '方正小标宋简体',
  songti: '宋体',
  heiti: '黑体',
};

function fontOf(face: Face) {
  const latin = 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FACES[face] };
}
