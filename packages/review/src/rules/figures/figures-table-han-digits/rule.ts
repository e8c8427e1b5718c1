import { NUMBER, WORDS } from '../../../figures/read-cell.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { defineRule } from '../../../rule.ts';

const HAN = /^[二三四五六七八九十百千万零〇两][一二三四五六七八九十百千万零〇]{1,9}$/u;

/** A number of a table in Chinese numerals (表中汉字数字). */
export const rule = defineRule({
  id: 'figures-table-han-digits',
  family: 'figures',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表中数字用阿拉伯数字',
  summary: '一栏多为阿拉伯数字，个别单元用汉字数字的，如“三十五”。',
  why: '同栏数字写法一致，才可比、可算。',
  silent: '名称、序次等不是数值的栏不报。',
  covers: ['YB-TAB-05'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (let column = 0; column < grid.columns.length; column += 1) {
      const found: number[] = [];
      let numbers = 0;
      for (let row = 0; row < grid.rows.length; row += 1) {
        const cell = grid.cellAt(row, column);
        if (cell < 0) continue;
        if (grid.kinds[cell] === NUMBER) numbers += 1;
        else if (
          grid.kinds[cell] === WORDS &&
          grid.endOf(cell) - grid.startOf(cell) <= 10 &&
          HAN.test(grid.textOf(cell))
        )
          found.push(cell);
      }
      if (found.length === 0 || numbers < 3 || found.length * 2 > numbers) continue;
      for (const cell of found) report(grid.startOf(cell), grid.endOf(cell), '同栏多用阿拉伯数字，此处请统一。');
    }
  },
});
