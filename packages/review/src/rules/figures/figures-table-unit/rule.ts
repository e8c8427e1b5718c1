import { defineRule } from '../../../rule.ts';

const MEASURE =
  /^\d[\d,.]*(万?(?:元|亿元|吨|公里|千米|米|平方米|平方公里|公顷|亩|人|户|个|台|辆|件|千克|公斤|厘米|毫米|千瓦|人次))$/u;
const FEWEST = 4;
const LONGEST = 14;

/** A unit behind every number of a column (表身数字带单位). */
export const rule = defineRule({
  id: 'figures-table-unit',
  family: 'figures',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表身数字后不带单位',
  summary: '一栏的数字后都带同一单位的，单位应移到表头或右上角。每栏只报一处。',
  why: '单位集中标注，表身简明，数字可比。',
  silent: '少于四行、各行单位不同的不报。',
  covers: ['YB-TAB-03'],
  habit: 20,
  exempt: ['errata'],
  checkTable({ text, block: { table } }, report) {
    if (table === undefined || table.rows <= FEWEST) return;
    const columns = new Map<number, { start: number; end: number; unit: string; count: number }>();
    for (const { row, column, start, end } of table.cells) {
      if (row === 0 || end - start > LONGEST || end - start < 2) continue;
      if (!isDigit(text.charCodeAt(start)) || isDigit(text.charCodeAt(end - 1))) continue;
      const unit = MEASURE.exec(text.slice(start, end))?.[1];
      const found = columns.get(column);
      if (found === undefined) columns.set(column, { start, end, unit: unit ?? '', count: 1 });
      else if (found.unit !== unit) found.unit = '';
      else found.count += 1;
    }
    for (const { start, end, unit, count } of columns.values()) {
      if (unit === '' || count < FEWEST || count * 2 < table.rows - 1) continue;
      report(start, end, `本栏数字后都带“${unit}”，单位请移到表头。`);
    }
  },
});

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
