import { proposeHalves, proposeShares } from '../../../figures/propose-relations.ts';
import { findRelationConflicts } from '../../../figures/relation.ts';
import { reportRelation } from '../../../figures/report-relation.ts';
import { isTotalLabel } from '../../../figures/sum-axis.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule, type Report } from '../../../rule.ts';

const SHARE = /占|比重|比例|百分比|构成|密度|[％%]/u;
const NO_SHARE = /增长|增减|增幅|升降|率|比上年|指数|含量|孔隙|覆盖/u;
/** Shares of parts that may overlap or leave some out are further off. */
const MOST_GAP = 12;

/** Shares of a table (表内占比): each worked out again, and all of them added up to 100. */
export const rule = defineRule({
  id: 'figures-table-share',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '表内占比与原数相符，合计为百分之百',
  summary: '占比一栏多数行与某栏成同一比例的，按比例推算其余各行，不符的报；合计印作100而各行占比相加相差较大的报。',
  why: '占比与原数对不上，两者必有一误。',
  silent: '比例关系没有多数行证实的不报；四舍五入之差不报；没有合计行的不加总。',
  covers: ['YB-TAB-06'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (const isAcross of [true, false]) {
      if (!SHARE.test(grid.labelsOf(isAcross ? 'columns' : 'rows'))) continue;
      const view = TableView.of(grid, isAcross);
      if (view.items.length > 60) continue;
      const lines = view.lines.map((_, index) => index);
      view.items.forEach((label, item) => {
        if (!SHARE.test(label) || NO_SHARE.test(label)) return;
        const conflicts = findRelationConflicts(view, item, lines, [
          ...proposeShares(view, item),
          ...proposeHalves(view, item),
        ]);
        for (const conflict of conflicts) reportRelation(view, item, conflict, report);
        if (conflicts.length === 0) checkWhole(view, item, report);
      });
    }
  },
});

/** The line named 合计 shows 100, and the others do not add up to it. */
function checkWhole(view: TableView, item: number, report: Report): void {
  const totals = view.lines.flatMap((label, line) => (isTotalLabel(label) ? [line] : []));
  if (totals.length !== 1) return;
  const total = view.figureAt(item, totals[0]!);
  if (total < 0 || view.valueOf(total) !== 100) return;
  let sum = 0;
  let slack = 0.11;
  let parts = 0;
  for (let line = 0; line < view.lines.length; line += 1) {
    const cell = line === totals[0] ? -1 : view.figureAt(item, line);
    if (cell < 0) continue;
    if (/其中|小计/u.test(view.lines[line]!)) return;
    sum += view.valueOf(cell);
    slack += view.halfPlaceOf(cell);
    parts += 1;
  }
  const gap = Math.abs(sum - 100);
  if (parts < 3 || gap <= slack || gap > MOST_GAP) return;
  const { grid } = view;
  const printed = Number(sum.toFixed(2));
  const message = `“${view.items[item] ?? ''}”各项占比相加为${printed}%，不是100%，请核实。`;
  report(grid.startOf(total), grid.endOf(total), message, {
    evidence: [{ label: '占比之和', value: String(printed) }],
  });
}
