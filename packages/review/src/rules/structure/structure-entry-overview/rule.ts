import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { readEntries } from '../../../outline/read-entries.ts';
import { defineRule } from '../../../rule.ts';

/** A manuscript of a few entries is not judged by its overview. */
const LEAST_ENTRIES = 5;
const OVERVIEW = /^【(?:概况|综述|概述|基本情况|总体情况)】$/u;

/** An overview without yearly totals (综述无数据). */
export const rule = defineRule({
  id: 'structure-entry-overview',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '综述性条目有总量与增减',
  summary: '“概况”“综述”条目正文里的数量不足两个的，建议补充年度总量及与上年的比较。',
  why: '综述交代一年的总貌，没有总量，逐年就无从比较。',
  silent: '年份、日期不算数量；条目附有表格的不报；特载、人物、附录和不足五条的散稿不查。',
  covers: ['YB-ENT-09'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read }, report) {
    const entries = read(readEntries);
    if (entries.length < LEAST_ENTRIES) return;
    for (const { node, title, start, bodyStart, bodyEnd, length, tables } of entries) {
      if (!OVERVIEW.test(title) || length < 20 || tables > 0 || !isRegularPart(volume, node)) continue;
      const body = volume.text.slice(bodyStart, bodyEnd);
      const amounts = body.replaceAll(/\d+\s?[年月日时分号届次]/gu, '').match(/\d[\d.,]*\s?[%％‰]?/gu) ?? [];
      const han = body.match(/[一二三四五六七八九十百千]+[个名人户所家条]/gu) ?? [];
      if (amounts.length + han.length >= 2) continue;
      report(start, start + title.length, '综述性条目少有数量，建议补充年度总量及与上年的比较。');
    }
  },
});
