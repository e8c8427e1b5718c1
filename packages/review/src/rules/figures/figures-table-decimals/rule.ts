import { isFigure } from '../../../figures/read-cell.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { defineRule } from '../../../rule.ts';

const FEWEST = 5;

/** Decimals of one column that are not alike (同列小数位不一). */
export const rule = defineRule({
  id: 'figures-table-decimals',
  family: 'figures',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同列小数位一致',
  summary: '同一栏多数为同样小数位，个别多出或缺位的，如12.50、13.2。',
  why: '同列精度一致，数据才可比。',
  silent: '整数一栏、少于五个数的栏、各行指标不同的表不报。',
  covers: ['YB-TAB-04'],
  off: '已出版志书的表格小数位大多不齐，多数编辑部不改；需要时单独查。',
  habit: 20,
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (let column = 0; column < grid.columns.length; column += 1) {
      const counts = new Uint16Array(16);
      let all = 0;
      for (let row = 0; row < grid.rows.length; row += 1) {
        const cell = grid.cellAt(row, column);
        if (cell < 0 || !isFigure(grid.kinds[cell]!)) continue;
        counts[grid.decimals[cell]!]! += 1;
        all += 1;
      }
      let most = 0;
      for (const count of counts) most = Math.max(most, count);
      const usual = counts.indexOf(most);
      if (most === all || usual === 0 || most < FEWEST || (all - most) * 4 > most) continue;
      for (let row = 0; row < grid.rows.length; row += 1) {
        const cell = grid.cellAt(row, column);
        if (cell < 0 || !isFigure(grid.kinds[cell]!) || grid.decimals[cell] === usual) continue;
        report(grid.startOf(cell), grid.endOf(cell), `本栏多为${usual}位小数，此处不同，请核对。`);
      }
    }
  },
});
