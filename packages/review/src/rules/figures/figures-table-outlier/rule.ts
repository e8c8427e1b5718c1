import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule, type Report } from '../../../rule.ts';

const YEAR = /(?:^|·)(?:1[89]|20)\d\d年?$/u;
const NOT_STEADY = /增|减|比|差|净|率|盈|亏|灾|降水|降雨|时间|编号|文号/u;
/** Below it a tenth is a matter of chance. */
const LEAST = 20;
/** Neighbours further apart than this say nothing of what stands between them. */
const STEADY = 1.6;

/** A figure of a series of years ten times off its neighbours (年度数列的量级): a decimal point or digit was lost. */
export const rule = defineRule({
  id: 'figures-table-outlier',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年度数列中量级突变',
  summary: '逐年数列里，某年的数约为前后各年的十倍、百倍或十分之一、百分之一，而前后各年相近的，疑小数点或数位有误。',
  why: '多印、漏印一位或小数点移位，量级就差十倍。',
  silent: '前后各年本身起伏大的、数值很小的、增减和率一类栏目不报。',
  covers: ['YB-TAB-11'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (const isAcross of [true, false]) {
      const crossing = isAcross ? grid.rows : grid.columns;
      if (crossing.length < 5) continue;
      // A total line among the years would be taken for an outlier of them.
      const lines = crossing.flatMap(({ path }, line) => (YEAR.test(path[path.length - 1] ?? '') ? [line] : []));
      if (lines.length < 5 || lines.length * 5 < crossing.length * 4) continue;
      const view = TableView.of(grid, isAcross);
      view.items.forEach((label, item) => {
        if (!NOT_STEADY.test(label)) checkSeries(view, item, lines, report);
      });
    }
  },
});

function checkSeries(view: TableView, item: number, lines: readonly number[], report: Report): void {
  const cells: number[] = [];
  for (const line of lines) cells.push(view.numberAt(item, line));
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]!;
    if (cell < 0) continue;
    let [low, high, count] = [Infinity, -Infinity, 0];
    for (let other = Math.max(0, at - 2); other <= Math.min(cells.length - 1, at + 2); other += 1) {
      if (other === at || cells[other]! < 0) continue;
      const value = view.valueOf(cells[other]!);
      low = Math.min(low, value);
      high = Math.max(high, value);
      count += 1;
    }
    if (count < 3 || low < LEAST || high > low * STEADY) continue;
    const ratio = view.valueOf(cell) / Math.sqrt(low * high);
    const size = ratio > 1 ? ratio : 1 / Math.max(ratio, 1e-9);
    const isTenfold = (size >= 7.5 && size <= 13.5) || (size >= 75 && size <= 135);
    if (!isTenfold) continue;
    const { grid } = view;
    const message = `“${view.items[item]!}”${view.lines[lines[at]!]!}为${grid.textOf(cell)}，前后各年在${low}至${high}之间，请核实数位或小数点。`;
    report(grid.startOf(cell), grid.endOf(cell), message);
  }
}
