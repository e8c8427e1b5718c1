import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule, type Report } from '../../../rule.ts';

const AMONG = /(?:^|·)[（(]?(?:其中|#|内[:：])/mu;
const RATE = /率|占|比|均|每|[％%‰]|增长|增减|单价|价格/u;
const UNIT = /[（(]([^（）()]{1,8})[）)]$/u;

/** A part marked 其中 that exceeds its whole (其中项大于总项). */
export const rule = defineRule({
  id: 'figures-table-subset',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '表内其中项不大于总项',
  summary: '标“其中”的栏或行，数值大于前面所属的总项的报。',
  why: '部分大于整体，两者必有一误。',
  silent: '率、占比、单价等不比；单位不同的不比；多处大于的，视为不是包含关系，不报。',
  covers: ['YB-TAB-06'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (const isAcross of [true, false]) {
      if (!AMONG.test(grid.labelsOf(isAcross ? 'columns' : 'rows'))) continue;
      const view = TableView.of(grid, isAcross);
      let whole = -1;
      view.items.forEach((label, item) => {
        if (!AMONG.test(label)) whole = item;
        else if (whole >= 0) compare(view, item, whole, report);
      });
    }
  },
});

function compare(view: TableView, part: number, whole: number, report: Report): void {
  const [name, wholeName] = [view.items[part]!, view.items[whole]!];
  if (RATE.test(name) || RATE.test(wholeName)) return;
  const [unit, wholeUnit] = [UNIT.exec(name)?.[1], UNIT.exec(wholeName)?.[1]];
  if (unit !== undefined && wholeUnit !== undefined && unit !== wholeUnit) return;
  const larger: number[] = [];
  let right = 0;
  for (let line = 0; line < view.lines.length; line += 1) {
    const [a, b] = [view.numberAt(part, line), view.numberAt(whole, line)];
    if (a < 0 || b < 0) continue;
    if (view.valueOf(a) <= view.valueOf(b) + 1e-9) right += 1;
    else larger.push(line);
  }
  if (right < 3 || larger.length * 3 > right) return;
  const { grid } = view;
  for (const line of larger) {
    const [a, b] = [view.numberAt(part, line), view.numberAt(whole, line)];
    const message = `“${view.lines[line]!}”的“${name}”为${grid.textOf(a)}，大于“${wholeName}”的${grid.textOf(b)}，请核实。`;
    report(grid.startOf(a), grid.endOf(a), message, {
      evidence: [{ label: '总项', span: { start: grid.startOf(b), end: grid.endOf(b) }, value: grid.textOf(b) }],
    });
  }
}
