import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const NOTE = /编辑说明|编写说明|编纂说明|凡\s*例/u;
const STATED =
  /(?:设|有|计|共|含|收录?|列)\s?(?:条目|分目|类目|部类|编|章|节)?\s?(\d+)\s?(?:个|条|篇|编|章|节)?\s?(类目|部类|分目|条目|编|章|节)/gu;
/** A part of the book in hand has far fewer; its note is of the whole. */
const LEAST_SHARE = 0.8;

/** Numbers of parts the editors' note states against those of the outline (编辑说明所记类目、分目、条目数). */
export const rule = defineRule({
  id: 'structure-note-counts',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '编辑说明所记条目数与实际相符',
  summary: '编辑说明、凡例写明的类目、分目、条目数（或编、章、节数）与书稿篇目清点的数不等的，请核对。',
  why: '说明在先，条目后有增删，数目常常忘了改。',
  silent: '书稿只有一部分（实有数不足所记的八成）的不报；没有写明数目的不报。',
  covers: ['YB-CMP-04', 'GZ-FAN-01', 'GZ-SRC-04'],
  exempt: ['quotation'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ volume: { text, nodes }, read }, report) {
    const note = nodes.find(({ title }) => NOTE.test(title));
    if (note === undefined) return;
    const titles = read(listTitles);
    const entries = titles.filter(({ mark }) => mark !== '').length;
    const countUnit = (unit: string): number => titles.filter(({ ordinal }) => ordinal?.unit === unit).length;
    for (const found of text.slice(note.start, note.end).matchAll(STATED)) {
      const stated = Number(found[1]);
      const unit = found[2]!;
      const actual = unit === '条目' ? entries : /[编章节]/u.test(unit) ? countUnit(unit) : 0;
      if (actual === 0 || actual === stated || actual < stated * LEAST_SHARE) continue;
      const at = note.start + found.index;
      report(
        at,
        at + found[0].length,
        `说明所记为${stated}${unit === '条目' ? '个条目' : unit}，书稿篇目清点为${actual}，请核对。`,
        {
          evidence: [{ label: '篇目清点', value: String(actual) }],
        },
      );
    }
  },
});
