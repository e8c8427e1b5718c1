import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfRuns } from '../../volume-draft.ts';
import { textWidth } from './display-width.ts';
import { parseDrawnTable } from './parse-drawn-table.ts';
import { splitLines } from './split-lines.ts';

interface Region {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

const CELL = 5;
const WORD = fc.string({ unit: fc.constantFrom(...'甲乙丙丁年万元0123456789.'), minLength: 1, maxLength: 4 });

/** A grid with random rectangles merged in it; two lines of text height each. */
const grids = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
    words: fc.array(WORD, { minLength: 36, maxLength: 36 }),
    merges: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 4,
    }),
  })
  .map(({ rows, columns, words, merges }) => {
    const owner: (Region | undefined)[][] = Array.from({ length: rows }, () => Array.from({ length: columns }));
    const regions: Region[] = [];
    const place = (row: number, column: number, rowSpan: number, columnSpan: number) => {
      const region = { row, column, rowSpan, columnSpan, text: words[row * 6 + column]! };
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) owner[r]![c] = region;
      regions.push(region);
    };
    for (const [row, column, rowSpan, columnSpan] of merges) {
      if (row + rowSpan > rows || column + columnSpan > columns) continue;
      const free = owner
        .slice(row, row + rowSpan)
        .every((line) => line.slice(column, column + columnSpan).every((it) => !it));
      if (free) place(row, column, rowSpan, columnSpan);
    }
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) if (!owner[row]![column]) place(row, column, 1, 1);
    return { rows, columns, owner, regions: regions.sort((a, b) => a.row - b.row || a.column - b.column) };
  });

type Grid = typeof grids extends fc.Arbitrary<infer T> ? T : never;

function draw({ rows, columns, owner }: Grid): string {
  const at = (row: number, column: number) => owner[row]?.[column];
  const lines: string[] = [];
  for (let row = 0; row <= rows; row++) {
    let rule = '';
    for (let column = 0; column <= columns; column++) {
      const [nw, ne, sw, se] = [at(row - 1, column - 1), at(row - 1, column), at(row, column - 1), at(row, column)];
      rule += corner(nw !== ne, ne !== se, sw !== se, nw !== sw);
      if (column < columns) rule += (ne === se ? '　' : '─').repeat(CELL);
    }
    lines.push(rule);
    if (row === rows) break;
    let text = '';
    for (let column = 0; column <= columns; column++) {
      text += at(row, column - 1) === at(row, column) ? '　' : '│';
      const region = at(row, column);
      if (!region) continue;
      const word = region.row === row && region.column === column ? region.text : '';
      text += word + ' '.repeat(CELL * 2 - textWidth(word));
    }
    lines.push(text);
  }
  return lines.join('\n');
}

function corner(up: boolean, right: boolean, down: boolean, left: boolean): string {
  const strokes = '　╵╶└╷│┌├╴┘─┴┐┤┬┼';
  return strokes[Number(up) + Number(right) * 2 + Number(down) * 4 + Number(left) * 8]!;
}

/** Columns and rows no edge runs along cannot be seen in a drawing. */
function isVisible(grid: Grid): boolean {
  const { rows, columns, regions } = grid;
  const columnsSeen = new Set(regions.map((region) => region.column)).size === columns;
  const rowsSeen = Array.from({ length: rows }, (_, row) => regions.some((region) => region.row === row)).every(
    Boolean,
  );
  return columnsSeen && rowsSeen;
}

test('a grid drawn with strokes parses back to the same grid', () => {
  fc.assert(
    fc.property(grids.filter(isVisible), (grid) => {
      const table = parseDrawnTable(splitLines(draw(grid)))!;
      const cells = table.cells.map(({ row, column, rowSpan, columnSpan, runs }) => {
        return { row, column, rowSpan, columnSpan, text: textOfRuns(runs) };
      });
      expect(cells).toEqual(grid.regions);
    }),
    { numRuns: 300 },
  );
});
