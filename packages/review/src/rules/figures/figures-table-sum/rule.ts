import { findSumConflicts, type SumConflict } from '../../../figures/find-sum-conflicts.ts';
import { boundRounding } from '../../../figures/bound-rounding.ts';
import { printFigure } from '../../../figures/read-figure.ts';
import { readSumGrid, type Line, type SumGrid } from '../../../figures/read-sum-grid.ts';
import { listParts } from '../../../figures/list-parts.ts';
import { defineRule } from '../../../rule.ts';

/** Cheap first look: a table without any of these words has no total to judge. */
const NAMES_TOTAL = /[合总小共]\s*计|总\s*[数和]|[\n\t]计[\n\t（(]|全[县市省区州国乡镇]/u;

/** Totals of a table, by row and by column (表内合计), added up again. */
export const rule = defineRule({
  id: 'figures-table-sum',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '表内合计与分项相符',
  summary:
    '按行、按列复算合计、总计、小计。比率、平均、单价等不相加的栏目跳过，空格、“—”“…”按无计，计量数的尾差按四舍五入放过。表内多数合计与分项相符、只有少数不符时才报；结构不明的表不报。',
  exempt: [],
  checkTable({ text, block, start, end }, report) {
    if (block.table === undefined || !NAMES_TOTAL.test(text.slice(start, end))) return;
    const grid = readSumGrid(text, block.table);
    if (grid === undefined) return;
    const caption = text.slice(Math.max(0, start - 80), start);
    const seen = new Set<number>();
    for (const { conflict, names } of judgeBothWays(grid, caption)) {
      const { total, parts, sum } = conflict;
      if (seen.has(total.start) || total.figure === undefined) continue;
      seen.add(total.start);
      const decimals = Math.max(sum.decimals, total.figure.decimals);
      const computed = printFigure(sum.value, decimals);
      const gap = printFigure(Math.abs(sum.value - total.figure.value), decimals);
      report(total.start, total.end, `${names}印作${total.text}，分项之和为${computed}，相差${gap}，请核实。`, {
        evidence: [
          { label: '印刷合计', span: { start: total.start, end: total.end }, value: total.text },
          { label: '分项之和', value: `${listParts(parts.map((part) => part.text))}＝${computed}` },
          { label: '差额', value: gap },
          ...parts.map((part) => ({ label: '分项', span: { start: part.start, end: part.end }, value: part.text })),
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

function judgeBothWays(grid: SumGrid, caption: string): NamedConflict[] {
  const { rows, columns } = grid;
  const down = findSumConflicts({
    items: rows,
    lines: columns,
    cell: grid.cell,
    tolerance: (total, parts, line) => boundRounding(total, parts, `${line.path.join('')}${caption}`),
  });
  const across = findSumConflicts({
    items: columns,
    lines: rows,
    cell: (column, row) => grid.cell(row, column),
    tolerance: (total, parts, line) => boundRounding(total, parts, `${line.path.join('')}${caption}`),
  });
  const isOwn = (conflict: SumConflict) => !isExplained(conflict, [...down, ...across]);
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
function isExplained({ total, parts, sum }: SumConflict, all: readonly SumConflict[]): boolean {
  return parts.some((part) => {
    const wrong = all.find((other) => other.total.start === part.start);
    if (wrong === undefined || part.figure === undefined || total.figure === undefined) return false;
    const mended = sum.value - part.figure.value + wrong.sum.value;
    return Math.abs(mended - total.figure.value) < 1e-6;
  });
}
