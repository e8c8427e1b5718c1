import { findHiddenTotals } from '../../../figures/find-hidden-totals.ts';
import { findSumConflicts, type SumConflict } from '../../../figures/find-sum-conflicts.ts';
import { listParts } from '../../../figures/list-parts.ts';
import { printFigure } from '../../../figures/read-figure.ts';
import { SumAxis } from '../../../figures/sum-axis.ts';
import type { Line, TableGrid } from '../../../figures/table-grid.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { defineRule } from '../../../rule.ts';

/** Totals of a table, by row and by column (表内合计), added up again. */
export const rule = defineRule({
  id: 'figures-table-sum',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '表内合计与分项相符',
  summary:
    '按行、按列复算合计、总计、小计，以及各行都由右侧几栏相加而成的总栏（如人口数与男、女）。表内多数合计与分项相符、只有少数不符时才报。',
  why: '表内合计与分项对不上，数据就不可引用。',
  silent: '比率、平均、单价等不相加的栏目跳过；空格、“—”“…”按无计，计量数的尾差按四舍五入放过；结构不明的表不报。',
  covers: ['YB-TAB-06'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const tables = read(readTables);
    const grid = tables.gridOf(block);
    if (grid === undefined) return;
    const seen = new Set<number>();
    for (const { conflict, names } of judgeBothWays(grid, tables.captionOf(block).text)) {
      const { total, parts, sum } = conflict;
      if (seen.has(total)) continue;
      seen.add(total);
      const decimals = Math.max(grid.decimals[total]!, ...parts.map((part) => grid.decimals[part]!));
      const computed = printFigure(sum, decimals);
      const gap = printFigure(Math.abs(sum - grid.values[total]!), decimals);
      const printed = grid.textOf(total);
      const message = `${names}印作${printed}，分项之和为${computed}，相差${gap}，请核实。`;
      report(grid.startOf(total), grid.endOf(total), message, {
        evidence: [
          { label: '印刷合计', span: { start: grid.startOf(total), end: grid.endOf(total) }, value: printed },
          {
            label: '分项之和',
            value: `${listParts(parts.map((part) => grid.textOf(part))).replace(/＋[-－−]/gu, '－')}＝${computed}`,
          },
          { label: '差额', value: gap },
          ...parts.map((part) => ({
            label: '分项',
            span: { start: grid.startOf(part), end: grid.endOf(part) },
            value: grid.textOf(part),
          })),
        ],
      });
    }
  },
});

interface NamedConflict {
  readonly conflict: SumConflict;
  /** Total and crossing line by name: 1991合计. */
  readonly names: string;
}

function judgeBothWays(grid: TableGrid, caption: string): NamedConflict[] {
  const { rows, columns } = grid;
  const down = findSumConflicts(new SumAxis(grid, 'down', caption));
  const sideways = new SumAxis(grid, 'across', caption);
  const across = [...findSumConflicts(sideways), ...findHiddenTotals(sideways)];
  const isOwn = (conflict: SumConflict) => !isExplained(grid, conflict, [...down, ...across]);
  return [
    ...down
      .filter(isOwn)
      .map((conflict) => ({ conflict, names: nameBoth(columns[conflict.line], rows[conflict.axis]) })),
    ...across
      .filter(isOwn)
      .map((conflict) => ({ conflict, names: nameBoth(rows[conflict.line], columns[conflict.axis]) })),
  ];
}

function nameBoth(line: Line | undefined, total: Line | undefined): string {
  return `“${line?.path.join('·') ?? ''}”的“${total?.path.join('·') ?? ''}”`;
}

/** A total is not to blame where one of its parts, itself a wrong total the other way, accounts for the whole difference. */
function isExplained(grid: TableGrid, { total, parts, sum }: SumConflict, all: readonly SumConflict[]): boolean {
  return parts.some((part) => {
    const wrong = all.find((other) => other.total === part);
    if (wrong === undefined) return false;
    const mended = sum - grid.values[part]! + wrong.sum;
    return Math.abs(mended - grid.values[total]!) < 1e-6;
  });
}
