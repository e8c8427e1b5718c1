import type { TableCells } from '../figures/table-cells.ts';
import type { Block, Table, Volume } from '../volume.ts';
import { DATED, MEAN, type FigureColumns, type LeanFigure } from './figure-columns.ts';
import { BASE_OF_UNIT, FIGURE_UNITS, findUnitAt } from './figure-units.ts';
import { isDigitAt, isHan } from './character-kinds.ts';
import { readTimeAt, type TimeSpan } from './read-time.ts';

/** One row or column of a table by its labels (表头): what it counts, in what unit, of what period. */
export interface TableLine {
  /** Labels from the outermost to the innermost, without unit and period. */
  readonly label: string;
  /** Index into `FIGURE_UNITS`, 0 where not printed; with 万 and 亿 in `factor`. */
  readonly unit: number;
  readonly factor: number;
  readonly from: number;
  readonly to: number;
  /** 人均、平均: a mean, as it is flagged in prose. */
  readonly isMean: boolean;
  /** 增、减: percentages are of a change. */
  readonly isChange: boolean;
}

/** What a table is about (表的说明): read from its captions and its header. */
export interface TableHead {
  readonly caption: string;
  /** The caption without period, place and 情况一览表: 小麦种植. */
  readonly topic: string;
  readonly line: TableLine;
  readonly rows: readonly (TableLine | undefined)[];
  readonly columns: readonly TableLine[];
}

const MOST_HEADER_ROWS = 4;
const TEXT = 0;
const NUMBER = 1;
const YEAR = 2;
const BLANK = 3;

/** A table by its places, with the kinds of its cells as the ledger tells them. */
interface Grid {
  readonly cells: TableCells;
  readonly kinds: Uint8Array;
}

/** Reads the number cells of one table into columns (表中取数); undefined where it has no header or no numbers. */
export function readTableFigures(
  volume: Volume,
  index: number,
  cells: TableCells,
  columns: FigureColumns,
  year: number,
): TableHead | undefined {
  const { text } = volume;
  const block = volume.blocks[index]!;
  const { table } = cells;
  if (table.rows < 2 || table.columns < 2) return undefined;
  const grid = layGrid(text, cells);
  if (grid === undefined) return undefined;
  const headerRows = countHeaderRows(table, grid);
  if (headerRows === 0 || headerRows >= table.rows) return undefined;
  const caption = readCaption(volume, index);
  const captionLine = readLine(caption, year);
  const heads: TableLine[] = [];
  for (let column = 0; column < table.columns; column += 1) {
    heads.push(readLine(joinLabels(cells, column, table.columns, headerRows), 0));
  }
  const period = findPeriod(heads);
  const labels = countLabelColumns(table, grid, headerRows, period);
  const rows: (TableLine | undefined)[] = [];
  const figure = blankFigure(index, block);
  for (let row = headerRows; row < table.rows; row += 1) {
    for (let left = 0; left < table.columns; left += period) {
      const line = readLine(joinLabels(cells, row * table.columns + left, 1, labels), 0);
      if (left === 0) rows[row] = line;
      for (let column = left + labels; column < Math.min(left + period, table.columns); column += 1) {
        const cell = cells.origins[row * table.columns + column]!;
        if (cell < 0 || (grid.kinds[cell] !== NUMBER && grid.kinds[cell] !== YEAR)) continue;
        const source = table.cells[cell]!;
        fillFigure(figure, heads[column]!, line, captionLine);
        figure.start = source.start;
        figure.end = source.end;
        figure.row = row;
        figure.column = column;
        const factor = FIGURE_UNITS[figure.unit]!.factor * (figure.place === 0 ? 1 : figure.place);
        if (cells.plain[cell] === 1) {
          figure.value = cells.values[cell]! * factor;
          figure.place = (1 / 10 ** cells.decimals[cell]!) * factor;
        } else {
          readCell(text, source.start, source.end);
          figure.value = cellValue * factor;
          figure.place = cellPlace * factor;
        }
        columns.push(figure);
      }
    }
  }
  return { caption, topic: readTopic(captionLine.label), line: captionLine, rows, columns: heads };
}

function blankFigure(index: number, block: Block): LeanFigure {
  return {
    start: block.start,
    end: block.start,
    value: 0,
    place: 0,
    unit: 0,
    kind: 0,
    flags: DATED,
    from: 0,
    to: 0,
    subjectStart: 0,
    subjectEnd: 0,
    indicatorStart: 0,
    indicatorEnd: 0,
    block: index,
    row: 0,
    column: 0,
    sentence: block.start,
  };
}

/** Unit and period: the column's own, else the row's, else the caption's. `place` carries 万, 亿 for a moment. */
function fillFigure(figure: LeanFigure, column: TableLine, row: TableLine, caption: TableLine): void {
  const unit = column.unit !== 0 ? column : row.unit !== 0 ? row : caption;
  figure.unit = unit.unit;
  figure.place = unit.factor;
  figure.flags = column.isMean || row.isMean ? DATED | MEAN : DATED;
  const time = row.from !== 0 ? row : column.from !== 0 ? column : caption;
  figure.from = time.from;
  figure.to = time.to;
  const base = BASE_OF_UNIT[figure.unit]!;
  const isRate = base === PERCENT || base === PERMILLE;
  figure.kind = isRate ? (column.isChange ? 2 : 1) : 0;
}

const PERCENT = BASE_OF_UNIT[findUnitAt('%', 0)]!;
const PERMILLE = BASE_OF_UNIT[findUnitAt('‰', 0)]!;

function layGrid(text: string, cells: TableCells): Grid | undefined {
  const sources = cells.table.cells;
  const kinds = new Uint8Array(sources.length);
  let numbers = 0;
  for (let index = 0; index < sources.length; index += 1) {
    const { start, end } = sources[index]!;
    if (cells.plain[index] === 1) kinds[index] = isYear(cells.values[index]!, end - start) ? YEAR : NUMBER;
    // Above 一 a character neither stands for a number nor for nothing.
    else kinds[index] = text.charCodeAt(start) > 0x4e00 ? TEXT : readCell(text, start, end);
    if (kinds[index] === NUMBER) numbers += 1;
  }
  return numbers === 0 ? undefined : { cells, kinds };
}

function isYear(value: number, digits: number): boolean {
  return digits === 4 && value >= 1800 && value <= 2100;
}

/** The number read last: its value and the last place printed. */
let cellValue = 0;
let cellPlace = 0;

/** Reads a cell as a number without strings: 12345, 12,345, 1.5, -3. */
function readCell(text: string, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  let digits = 0;
  let sign = 1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      digits += 1;
      if (scale !== 0) scale *= 10;
    } else if (code === 0x2e && scale === 0 && digits > 0) scale = 1;
    else if (code === 0x20 || code === 0x3000 || (code === 0x2c && digits > 0)) continue;
    else if ((code === 0x2d || code === 0xff0d || code === 0x2212) && digits === 0) sign = -1;
    else return TEXT;
  }
  if (digits === 0) return BLANK;
  cellValue = (sign * value) / (scale === 0 ? 1 : scale);
  cellPlace = scale === 0 ? 1 : 1 / scale;
  return scale === 0 && sign === 1 && isYear(value, digits) ? YEAR : NUMBER;
}

/** Rows before the first one that holds a number other than a year. */
function countHeaderRows({ rows, columns }: Table, { cells: { places }, kinds }: Grid): number {
  for (let row = 0; row < Math.min(rows, MOST_HEADER_ROWS + 1); row += 1) {
    for (let column = 1; column < columns; column += 1) {
      const cell = places[row * columns + column]!;
      if (cell >= 0 && (kinds[cell] === NUMBER || (row > 0 && kinds[cell] === YEAR))) return row;
    }
  }
  return 0;
}

/** Labels of a row or column, each cell once: `count` places from `from` on, `step` apart. */
function joinLabels(cells: TableCells, from: number, step: number, count: number): string {
  let label = '';
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const cell = cells.places[from + index * step]!;
    if (cell < 0 || cell === last) continue;
    last = cell;
    const { start, end } = cells.table.cells[cell]!;
    if (end > start) label = label === '' ? cells.textOf(cell) : `${label}·${cells.textOf(cell)}`;
  }
  return label;
}

/** Columns of one panel where the same columns stand side by side. */
function findPeriod(heads: readonly TableLine[]): number {
  for (let period = 2; period <= heads.length / 2; period += 1) {
    if (heads.length % period !== 0) continue;
    if (
      heads.every(
        ({ label }, index) =>
          label !== '' && label === heads[index % period]!.label && heads[index]!.from === heads[index % period]!.from,
      )
    ) {
      return period;
    }
  }
  return heads.length;
}

/** Leading columns that hold names: the first always, the next ones while most of their cells are words. */
function countLabelColumns(
  { rows, columns }: Table,
  { cells: { places }, kinds }: Grid,
  headerRows: number,
  period: number,
): number {
  let count = 1;
  for (; count < period; count += 1) {
    let words = 0;
    let figures = 0;
    for (let row = headerRows; row < rows; row += 1) {
      const cell = places[row * columns + count]!;
      if (cell < 0 || kinds[cell] === BLANK) continue;
      if (kinds[cell] === TEXT) words += 1;
      else figures += 1;
    }
    if (words <= figures) break;
  }
  return count;
}

const TIME: TimeSpan = { end: 0, from: 0, to: 0, shift: false };
const UNIT = /(?:单位[：:]|[（(])(百?[万亿千]{0,2})([^）)\d、，,；;·]{0,6})[）)]?/u;

/** What a label may hold, by its characters: the sign of a unit, digits, 均, 增减, · and spaces. */
const IN_UNIT = 1;
const IN_TIME = 2;
const IN_MEAN = 4;
const IN_CHANGE = 8;
const MARKS = new Uint8Array(65_536);
for (const mark of '（(：:') MARKS[mark.charCodeAt(0)]! |= IN_UNIT;
for (const mark of '0123456789') MARKS[mark.charCodeAt(0)]! |= IN_TIME;
for (const mark of '均') MARKS[mark.charCodeAt(0)]! |= IN_MEAN;
for (const mark of '增升降减') MARKS[mark.charCodeAt(0)]! |= IN_CHANGE;

function readMarks(label: string): number {
  let marks = 0;
  for (let at = 0; at < label.length; at += 1) marks |= MARKS[label.charCodeAt(at)]!;
  return marks;
}

/** Takes unit and period out of a label. */
function readLine(printed: string, year: number): TableLine {
  let label = printed;
  let unit = 0;
  let factor = 1;
  let marks = readMarks(label);
  const found = (marks & IN_UNIT) === 0 ? null : UNIT.exec(label);
  if (found !== null) {
    const [rest, times] = readScale(found[1]!, found[2]!.replace(/\s+/gu, ''));
    const index = findUnitAt(rest, 0);
    if (index !== 0 && FIGURE_UNITS[index]!.printed === rest) {
      unit = index;
      factor = times;
      label = label.slice(0, found.index) + label.slice(found.index + found[0].length);
    }
  }
  let from = year;
  let to = year;
  const yearAt = (marks & IN_TIME) === 0 ? -1 : findYear(label);
  if (yearAt >= 0) {
    const bare = label.length === 4;
    const text = bare ? `${label}年` : label;
    if (readTimeAt(text, yearAt, yearAt + 4, Number(text.slice(yearAt, yearAt + 4)), text.length, TIME)) {
      from = TIME.from;
      to = TIME.to;
      label = bare ? '' : label.slice(0, yearAt) + label.slice(TIME.end);
    }
  }
  // What was taken out may have held the mark.
  if (label !== printed && (marks & (IN_MEAN | IN_CHANGE)) !== 0) marks = readMarks(label);
  return {
    label: trimLabel(label),
    unit,
    factor,
    from,
    to,
    isMean: (marks & IN_MEAN) !== 0,
    isChange: (marks & IN_CHANGE) !== 0,
  };
}

/** Where the first four digits alone stand that are a year from 1800 to 2099; -1 where none do. */
function findYear(label: string): number {
  for (let at = 0; at < label.length; at += 1) {
    if (!isDigitAt(label, at, label.length)) continue;
    const from = at;
    while (isDigitAt(label, at, label.length)) at += 1;
    const century = at - from === 4 ? label.slice(from, from + 2) : '';
    if (century === '18' || century === '19' || century === '20') return from;
  }
  return -1;
}

/** Without · and spaces at its ends. */
function trimLabel(label: string): string {
  const isPlain = isWord(label.charCodeAt(0)) && isWord(label.charCodeAt(label.length - 1));
  return isPlain ? label : label.replace(/^[·\s]+|[·\s]+$/gu, '');
}

/** Han characters and ASCII beyond the space: nothing that would be trimmed. */
function isWord(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || isHan(code);
}

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** 千瓦 is a unit, 千元 a thousand 元. */
function readScale(scale: string, unit: string): readonly [string, number] {
  let name = unit;
  let rest = scale;
  if (rest.endsWith('千') && findUnitAt(`千${unit}`, 0) !== 0) {
    name = `千${unit}`;
    rest = rest.slice(0, -1);
  }
  let factor = 1;
  for (const character of rest) factor *= SCALES[character] ?? 1;
  return [name, factor];
}

/** Captions right before the table. */
function readCaption({ text, blocks }: Volume, index: number): string {
  let caption = '';
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const { kind, start, end } = blocks[at]!;
    if (kind !== 'caption') break;
    caption = `${text.slice(start, end)} ${caption}`;
  }
  if (!/表\s*\d/u.test(caption)) return caption.trim();
  return caption.replace(/(?:续?\s*表|附表)\s*\d+(?:[—－\-–]\d+)*(?!\d)/gu, '').trim();
}

function readTopic(caption: string): string {
  return caption
    .replace(/\s+/gu, '')
    .replace(/^(?:至|～|—)/u, '')
    .replace(/(?:基本|主要|发展|变化|历年|逐年)?(?:情况|状况|统计|一览|明细|对照|比较|汇总|调查)*表?$/u, '');
}
