import { proposeDifferences, proposeGrowth } from '../../../figures/propose-relations.ts';
import { findRelationConflicts } from '../../../figures/relation.ts';
import { reportRelation } from '../../../figures/report-relation.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule } from '../../../rule.ts';

const CHANGE = /增长|增减|增幅|升降|比上年|比去年|同比|占上年|±|净增|增加|减少/u;
const PERCENT = /[％%]|率|幅|百分/u;
/** Told at comparable prices, so that the growth does not follow from the amounts. */
const COMPARABLE = /可比|不变价|生产总值|国民收入|增加值|产值|GDP|实际增长/u;
/** Differences of rates are points, not percents. */
const RATES = /率|比重|百分点|[％%‰]|指数/u;

/** Growth in a table (表内增长率、增减额) worked out from this year's and last year's figures. */
export const rule = defineRule({
  id: 'figures-table-growth',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表内增长率、增减额与两年数据相符',
  summary:
    '增长、增减、比上年一栏，多数行可由本年、上年两栏或上下两行推算的，按此推算其余各行，相差超过0.1个百分点的报。',
  why: '增长率与两年数据对不上，三者必有一误。',
  silent: '按可比价计算的生产总值、增加值、产值等不重算；比率的增减为百分点，不重算；推算关系没有多数行证实的不报。',
  covers: ['YB-TAB-07'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const tables = read(readTables);
    const grid = tables.gridOf(block);
    if (grid === undefined) return;
    for (const isAcross of [true, false]) {
      if (!CHANGE.test(grid.labelsOf(isAcross ? 'columns' : 'rows'))) continue;
      const view = TableView.of(grid, isAcross);
      if (view.items.length < 2 || view.items.length > 60) continue;
      const lines = view.lines.flatMap((label, index) => (COMPARABLE.test(label) || RATES.test(label) ? [] : [index]));
      const isComparable = COMPARABLE.test(tables.captionOf(block).text);
      view.items.forEach((label, item) => {
        if (!CHANGE.test(label) || COMPARABLE.test(label)) return;
        const isPercent = PERCENT.test(label);
        if (isPercent && isComparable) return;
        const relations = isPercent ? proposeGrowth(view, item) : proposeDifferences(view, item);
        for (const conflict of findRelationConflicts(view, item, lines, relations))
          reportRelation(view, item, conflict, report);
      });
    }
  },
});
