import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
} from 'docx';

import { cleanLine, cleanLines } from './clean-lines.ts';
import { MEASURES } from './measures.ts';
import type { PaperTable } from './paper-table.ts';
import type { PaperParagraph } from './paper.ts';
import { FACE_NAMES, splitByFace, type Face } from './split-by-face.ts';

/** How words are set in Word: face, points, and the like. */
export interface WordSetting {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly color?: string;
  /** Points between characters. */
  readonly spacing?: number;
}

const { word, title, cell, typeArea } = MEASURES;

export const BODY: WordSetting = { face: 'fangsong', size: word.size, spacing: word.spacing };
export const LINE = exactly(word.line);

/** Characters that Word sets in the Latin face unless told that they are Chinese here. */
const AMBIGUOUS = /[“”‘’…—·×]/u;

/** Paragraph whose lines are of a height in points, with points before and after. */
export function linesHigh(points: number, before = 0, after = 0) {
  return { spacing: exactly(points, before, after) } as const;
}

function exactly(points: number, before = 0, after = 0) {
  const [line, above, below] = [points, before, after].map((each) => Math.round(each * 20));
  return { line, lineRule: LineRuleType.EXACT, before: above, after: below } as const;
}

/** Fonts of a run: the face for Chinese, Times New Roman for the rest. */
export function fontOf(face: Face, text = '') {
  const latin = face === 'box' ? FACE_NAMES.box : 'Times New Roman';
  const hint = face === 'box' || AMBIGUOUS.test(text) ? { hint: 'eastAsia' as const } : {};
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FACE_NAMES[face], ...hint };
}

/** Runs of a line of text, a face each: what 仿宋_GB2312 lacks is set in 仿宋. */
export function runsOf(text: string, { face, size, isBold, color, spacing }: WordSetting): TextRun[] {
  return splitByFace(text, face).map(
    (part) =>
      new TextRun({
        text: part.text,
        font: fontOf(part.face, part.text),
        size: Math.round(size * 2),
        bold: isBold,
        color,
        characterSpacing: spacing === undefined ? undefined : Math.round(spacing * 20),
      }),
  );
}

/** A line of body type; `change` overrides what a paragraph has. */
export function lineOf(text: string, setting: WordSetting = BODY, change: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: LINE, ...change, children: runsOf(cleanLine(text), setting) });
}

/** An empty line. */
export function emptyLine(count = 1): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ spacing: LINE }));
}

/** Title in lines, each a paragraph, half a line above and below. */
export function titleLines(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        ...linesHigh(title.pitch, at === 0 ? word.line / 2 : 0, at === lines.length - 1 ? word.line / 2 : 0),
        children: runsOf(line, { face: 'xiaobiaosong', size: title.size }),
      }),
  );
}

const LEVELS: Record<PaperParagraph['level'], Face> = { 0: 'fangsong', 1: 'heiti', 2: 'kaiti' };

/** Paragraphs of a text (a line break begins another), the first with its leading words bold. */
export function paragraphsOf({ text, bold, level }: PaperParagraph, isKept = false): Paragraph[] {
  const setting: WordSetting = { ...BODY, face: LEVELS[level] };
  const rows = cleanLines(text)
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const leading = bold === null ? '' : cleanLine(bold);
  return rows.map((row, at) => {
    const cut = at === 0 && row.startsWith(leading) ? leading.length : 0;
    return new Paragraph({
      spacing: LINE,
      alignment: AlignmentType.BOTH,
      keepNext: level > 0 || isKept,
      // Word counts by characters where it can, by length where it cannot.
      indent: { firstLineChars: 200, firstLine: word.size * 40 },
      children: [
        ...(cut > 0 ? runsOf(row.slice(0, cut), { ...setting, isBold: true }) : []),
        ...runsOf(row.slice(cut), setting),
      ],
    });
  });
}

/** A row of more text than this may break over pages. */
const LONGEST_UNBROKEN = 500;

/** A table over a width in millimetres; its head is repeated on every page. */
export function tableOf({ columns, head, rows }: PaperTable, width: number = typeArea.width): Table {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => convertMillimetersToTwip((column.width / sum) * width));
  const heads = head.map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map((each) =>
          cellOf(each.text, 'heiti', 'center', { columnSpan: each.columns ?? 1, rowSpan: each.rows ?? 1 }),
        ),
      }),
  );
  const lines = rows.map((row) => {
    const height = { value: cell.pitch * 20, rule: HeightRule.ATLEAST };
    if ('section' in row)
      return new TableRow({
        cantSplit: true,
        height,
        children: [cellOf(row.section, 'heiti', 'center', { columnSpan: columns.length })],
      });
    return new TableRow({
      cantSplit: row.cells.every((text) => text.length <= LONGEST_UNBROKEN),
      height,
      children: row.cells.map((text, at) => cellOf(text, 'fangsong', columns[at]!.align, {}, widths[at])),
    });
  });
  return new Table({
    width: { size: widths.reduce((total, each) => total + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    rows: [...heads, ...lines],
  });
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function cellOf(
  text: string,
  face: Face,
  align: keyof typeof ALIGNMENTS,
  span: { columnSpan?: number; rowSpan?: number } = {},
  width?: number,
): TableCell {
  const lines = cleanLines(text).split('\n');
  return new TableCell({
    ...span,
    width: width === undefined ? undefined : { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines.map(
      (line) =>
        new Paragraph({
          alignment: ALIGNMENTS[align],
          ...linesHigh(cell.pitch),
          children: runsOf(line, { face, size: cell.size }),
        }),
    ),
  });
}
