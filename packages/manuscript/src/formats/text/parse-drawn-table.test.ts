import { describe, expect, test } from 'vitest';
import { parseDrawnTable } from './parse-drawn-table.ts';
import { splitLines } from './split-lines.ts';
import { textOfRuns } from '../../volume-draft.ts';

function parse(drawing: string): string[] {
  const table = parseDrawnTable(splitLines(drawing).filter((line) => line.text !== ''))!;
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const spans = cell.rowSpan * cell.columnSpan > 1 ? `{${cell.rowSpan}x${cell.columnSpan}}` : '';
        return textOfRuns(cell.runs) + spans;
      })
      .join('|'),
  );
}

describe('drawn tables', () => {
  test('cells whose lines are broken are joined, Latin words keep a space', () => {
    const drawing = `
┏━━━┯━━━┯━━━┓
┃年份  │产值  │备注  ┃
┃      │(万元)│      ┃
┠───┼───┼───┨
┃1990  │1541  │ABC   ┃
┃      │6     │DEF   ┃
┗━━━┷━━━┷━━━┛`;
    expect(parse(drawing)).toEqual(['年份|产值(万元)|备注', '1990|15416|ABC DEF']);
  });

  test('a missing stroke is a merged cell, down and across', () => {
    const drawing = `
┏━━━┯━━━━━━━┓
┃项目  │     人口     ┃
┃      ├───┬───┨
┃      │  男  │  女  ┃
┠───┼───┼───┨
┃合计  │  12  │  13  ┃
┗━━━┷━━━┷━━━┛`;
    expect(parse(drawing)).toEqual(['项目{2x1}|人口{1x2}', '男|女', '合计|12|13']);
  });

  test('text goes on beside a rule that crosses the other columns only', () => {
    const drawing = `
┏━━━┯━━━┯━━━━┓
┃甲局  │张某  │1990年  ┃
┃      ├───┤设立；  ┃
┃      │李某  │1995年撤┃
┗━━━┷━━━┷━━━━┛`;
    expect(parse(drawing)).toEqual(['甲局{2x1}|张某|1990年设立；1995年撤{2x1}', '李某']);
  });

  test('bands with columns of their own share the union of all edges', () => {
    const drawing = `
┌───┬───────┐
│季    │      春      │
├───┼───┬───┤
│月    │  3   │  4   │
└───┴───┴───┘`;
    expect(parse(drawing)).toEqual(['季|春{1x2}', '月|3|4']);
  });

  test('strokes one column wide are measured as such', () => {
    const drawing = `
┌──────┬────┐
│年份  │数  │
├──────┼────┤
│1990  │12  │
└──────┴────┘`;
    expect(parse(drawing)).toEqual(['年份|数', '1990|12']);
  });

  test('a table without a top border, and rows with rubbish beyond the right border', () => {
    const drawing = `
┃年份  │数    ┃
┠───┼───┨
┃1990  │12    ┃            ┃
┠───┼───┨
┃1991  │13    ┃
┗━━━┷━━━┛`;
    expect(parse(drawing)).toEqual(['年份|数', '1990|12', '1991|13']);
  });

  test('rubbish beyond the right border makes no column, however often it comes', () => {
    const rubbish = '          ┃';
    const rows = ['1990', '1991', '1992', '1993'].map((year) => `┃${year}  │12    ┃${rubbish}`);
    const drawing = ['┏━━━┯━━━┓', ...rows.flatMap((row) => [row, '┠───┼───┨']).slice(0, -1), '┗━━━┷━━━┛'];
    expect(parse(drawing.join('\n'))).toEqual(['1990|12', '1991|12', '1992|12', '1993|12']);
  });

  test('lines of figures without rules between them are rows, broken rows are not', () => {
    const drawing = `
┏━━━┯━━━┯━━━┓
┃年份  │产值  │人口  ┃
┠───┼───┼───┨
┃1990  │  12  │  34  ┃
┃1991  │  13  │  35  ┃
┠───┼───┼───┨
┃1992  │1541  │  36  ┃
┃      │6     │      ┃
┗━━━┷━━━┷━━━┛`;
    expect(parse(drawing)).toEqual(['年份|产值|人口', '1990|12|34', '1991|13|35', '1992|15416|36']);
  });

  test('a merged shape that is no rectangle is cut into its rows', () => {
    const drawing = `
┏━━━┯━━━┯━━━┓
┃甲    │     乙     ┃
┃      ├───┬───┨
┃      │  1   │  2   ┃
┠───┤      ├───┨
┃丙    │      │  3   ┃
┗━━━┷━━━┷━━━┛`
      .replace('┏━━━┯━━━┯━━━┓', '┏━━━┯━━━━━━━┓')
      .replace('│     乙     ┃', '│     乙       ┃');
    expect(parse(drawing)).toEqual(['甲{2x1}|乙{1x2}', '1{2x1}|2', '丙|3']);
    const crooked = `
┏━━━━━━━┓
┃      甲      ┃
┃      ┌───┨
┃      │  1   ┃
┠───┼───┨
┃  2   │  3   ┃
┗━━━┷━━━┛`;
    expect(parse(crooked)).toEqual(['甲{1x2}', '|1', '2|3']);
  });

  test('a dash that stands for nothing is text, not a rule', () => {
    const drawing = `
┏━━━━┯━━━━┓
┃1990    │   ─   ┃
┗━━━━┷━━━━┛`;
    expect(parse(drawing)).toEqual(['1990|─']);
  });

  test('a line whose strokes are shifted still falls into its columns', () => {
    const drawing = `
┏━━━━┯━━━━┯━━━━┓
┃甲乡    │  11    │  21    ┃
┠────┼────┼────┨
┃乙乡     │  12    │  22    ┃
┠────┼────┼────┨
┃丙乡    │  13    │  23    ┃
┗━━━━┷━━━━┷━━━━┛`;
    expect(parse(drawing)).toEqual(['甲乡|11|21', '乙乡|12|22', '丙乡|13|23']);
  });
});
