import { defineRule } from '../../../rule.ts';

const PARTS: readonly (readonly [name: string, title: RegExp])[] = [
  ['凡例', /凡\s*例/u],
  ['概述（总述）', /概\s*述|总\s*述|综\s*述|总\s*论/u],
  ['大事记', /大\s*事\s*[记纪]|大事年表|历史大事/u],
  ['人物', /人\s*物/u],
  ['附录', /附\s*录|丛\s*录|杂\s*记|文\s*献/u],
  ['索引', /索\s*引/u],
];
const FEWEST_HEADS = 10;

/** Parts a complete gazetteer lacks (志书组成部分). */
export const rule = defineRule({
  id: 'structure-gazetteer-parts',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '志书组成部分齐全',
  summary: '全书稿没有凡例、概述（总述）、大事记、人物、附录或索引的，请核对是否漏编。',
  why: '述、记、志、传、图、表、录诸体各有所记，索引便于检索，二轮志书普遍要求具备。',
  silent: `一级标题不足${FEWEST_HEADS}个的单篇稿、分编稿不查。`,
  covers: ['GZ-GEN-01', 'GZ-GEN-02', 'GZ-GEN-04', 'GZ-GEN-07', 'GZ-GEN-09', 'GZ-STR-04'],
  exempt: [],
  presets: ['gazetteer'],
  checkBook({ volume: { nodes } }, report) {
    const tops = nodes.filter(({ level }) => level === 1);
    const parts = tops.length >= FEWEST_HEADS ? tops : nodes.filter(({ level }) => level === 1 || level === 2);
    const isBook = parts.filter(({ title }) => /^第\s*[一二三四五六七八九十]+\s*[编篇卷章]/u.test(title)).length >= 5;
    if (parts.length < FEWEST_HEADS || !isBook) return;
    const missing = PARTS.filter(([, title]) => !parts.some((each) => title.test(each.title)));
    const last = parts[parts.length - 1]!;
    for (const [name] of missing) {
      report(last.start, last.start + last.title.length, `全书篇目中未见${name}，请核对是否漏编。`);
    }
  },
});
