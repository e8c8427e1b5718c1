import { proposeRatios } from '../../../figures/propose-relations.ts';
import { findRelationConflicts } from '../../../figures/relation.ts';
import { reportRelation } from '../../../figures/report-relation.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule } from '../../../rule.ts';

const RATE = /率|单产|亩产|公顷产|均|密度|每[千万百亩人户公]|性别比|[％%‰]|百分比|比重|比例|完成|占/u;
const NO_RATE = /增长|增减|增幅|升降|气温|温度|气压|湿度|地温|平均(?:最|风)|利率|指数|名次|位次/u;

/** Rates, yields and means of a table (表内比率、单产、人均) worked out from the figures beside them. */
export const rule = defineRule({
  id: 'figures-table-rate',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '表内比率、单产、人均与原数相符',
  summary:
    '某栏（率、单产、人均、密度、占比等）多数行等于另两栏之商的，按此推算其余各行，不符的报，如总产÷面积＝单产、结案÷收案＝结案率。',
  why: '比率与原数对不上，两者必有一误。',
  silent: '推算关系没有多数行证实的表不报；四舍五入、舍尾之差不报。',
  covers: ['YB-TAB-06', 'YB-TAB-07'],
  exempt: ['errata'],
  checkTable({ block, read }, report) {
    const grid = read(readTables).gridOf(block);
    if (grid === undefined) return;
    for (const isAcross of [true, false]) {
      if (!RATE.test(grid.labelsOf(isAcross ? 'columns' : 'rows'))) continue;
      const view = TableView.of(grid, isAcross);
      if (view.items.length < 3 || view.items.length > 60) continue;
      const lines = view.lines.map((_, index) => index);
      view.items.forEach((label, item) => {
        if (!RATE.test(label) || NO_RATE.test(label)) return;
        for (const conflict of findRelationConflicts(view, item, lines, proposeRatios(view, item)))
          reportRelation(view, item, conflict, report);
      });
    }
  },
});
