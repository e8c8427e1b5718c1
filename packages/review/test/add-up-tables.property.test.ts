import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRules } from '../src/review.ts';
import { rule } from '../src/rules/figures/figures-table-sum/rule.ts';
import type { Finding } from '../src/finding.ts';
import { VolumeBuilder } from './read-cases.ts';

/** A table of counted things with a total row and a total column that are right. */
const honest = fc
  .record({
    body: fc.tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 3, max: 6 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    ),
    totalFirst: fc.boolean(),
  })
  .map(({ body, totalFirst }) => {
    const totals = body[0]!.map((_, column) => body.reduce((sum, row) => sum + row[column]!, 0));
    const lines = body.map((row, index) => [`${'甲乙丙丁戊己庚辛壬'.charAt(index)}镇`, ...row]);
    const total = ['合计', ...totals];
    return (totalFirst ? [total, ...lines] : [...lines, total]).map((line) => [...line, addRow(line)]);
  });

function addRow(line: readonly (string | number)[]): number {
  return line.slice(1).reduce<number>((sum, value) => sum + Number(value), 0);
}

function reviewTable(rows: readonly (readonly (string | number)[])[]): Finding[] {
  const header = [
    '乡镇',
    ...'子丑寅卯辰巳'
      .slice(0, rows[0]!.length - 2)
      .split('')
      .map((name) => `${name}类`),
    '合计',
  ];
  const builder = new VolumeBuilder();
  builder.addTable([header, ...rows.map((row) => row.map(String))]);
  return runRules(builder.finish(), [rule]);
}

describe('totals of a table', () => {
  it('are left alone where they add up', () => {
    fc.assert(
      fc.property(honest, (rows) => {
        expect(reviewTable(rows)).toEqual([]);
      }),
    );
  });

  it('are found where exactly one of them is misprinted', () => {
    fc.assert(
      fc.property(honest, fc.nat(), fc.integer({ min: 1, max: 200 }), (rows, pick, slip) => {
        const totalRow = rows.findIndex((row) => row[0] === '合计');
        const column = 1 + (pick % (rows[0]!.length - 2));
        const printed = Number(rows[totalRow]![column]) + slip;
        const wrong = rows.map((row, index) => (index === totalRow ? row.with(column, printed) : row));
        // The total row is then wrong against its own total too, but this one cell accounts for both.
        expect(reviewTable(wrong).map(({ quote }) => quote)).toEqual([String(printed)]);
      }),
    );
  });

  it('carry both places and the sum worked out', () => {
    const builder = new VolumeBuilder();
    builder.addTable([
      ['项目', '2020', '2021', '2022'],
      ['合计', '60', '75', '93'],
      ['甲项', '10', '15', '20'],
      ['乙项', '20', '25', '30'],
      ['丙项', '30', '35', '40'],
    ]);
    const volume = builder.finish();
    const [finding] = runRules(volume, [rule]);
    expect(finding?.message).toBe('“2022”的“合计”印作93，分项之和为90，相差3，请核实。');
    expect(finding?.evidence.slice(0, 3).map(({ label, value }) => [label, value])).toEqual([
      ['印刷合计', '93'],
      ['分项之和', '20＋30＋40＝90'],
      ['差额', '3'],
    ]);
    const parts = finding?.evidence.slice(3).map(({ span }) => span && volume.text.slice(span.start, span.end));
    expect(parts).toEqual(['20', '30', '40']);
  });
});
