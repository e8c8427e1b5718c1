import { findIndex } from '../../../figures/read-table-caption.ts';
import { readUnitScale } from '../../../figures/read-unit-scale.ts';
import { readTables } from '../../../figures/table-shelf.ts';
import { TableView } from '../../../figures/table-view.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';

const YEAR = /(?:^|·)((?:1[89]|20)\d\d)年?$/u;
const UNIT_IN_LABEL = /[（(]([^（）()]{1,5})[）)]/u;
const UNIT_IN_CAPTION = /单位[:：]\s*([^\s，、;；]{1,5})/u;
const NUMBER = /(?:共|总数|数)?(?:为|达到|达|有|是|共)?(?:了)?(\d{1,9}(?:\.\d+)?)([万亿]?[\u4e00-\u9fff]{1,3})/uy;
const YEAR_BEFORE = /((?:1[89]|20)\d\d)年(?![代间初～—至])[^。；;～—至]*$/u;
const OTHER_YEAR = /\d{4}年/gu;
/** Text further from the table speaks of something else. */
const NEAR = 3;
/** Figures further apart than this are different figures. */
const MOST_GAP = 0.5;

/** A figure of the text beside a table that differs from the table's cell of the same year and item (文表不符). */
export const rule = defineRule({
  id: 'figures-table-text',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '正文与所附表格相符',
  summary: '同一条目里，正文所写某年某项的数，与紧邻表格同年同项的数换算后不符的报。',
  why: '文与表说的是一回事，数不同则必有一误。',
  silent: '项目名称、年份、单位不能一一对上的不报；正文取整的四舍五入、舍尾之差不报；相差过半的视为口径不同，不报。',
  covers: ['YB-TAB-11'],
  exempt: ['errata'],
  checkTable(passage, report) {
    const { block, read } = passage;
    const tables = read(readTables);
    const grid = tables.gridOf(block);
    if (grid === undefined) return;
    const near = listNear(passage);
    if (near.length === 0) return;
    const caption = tables.captionOf(block).text;
    const named = new Set(caption.match(/(?:1[89]|20)\d\d(?=年)/gu));
    const captionYear = named.size === 1 && !/[～—]/u.test(caption) ? [...named][0] : undefined;
    const captionUnit = UNIT_IN_CAPTION.exec(caption)?.[1];
    for (const isAcross of [true, false]) {
      const crossing = isAcross ? grid.rows : grid.columns;
      const years = new Map<string, number>();
      crossing.forEach(({ path }, line) => {
        const year = YEAR.exec(path[path.length - 1] ?? '')?.[1];
        if (year !== undefined) years.set(year, years.has(year) ? -1 : line);
      });
      // A table of one year names it in its title.
      const only = crossing.length === 1 ? captionYear : undefined;
      if (only !== undefined) years.set(only, 0);
      if (years.size < (only === undefined ? 2 : 1)) continue;
      compare(passage, TableView.of(grid, isAcross), years, captionUnit, near, report);
    }
  },
});

/** Paragraphs of the same entry right before or after the table. */
function listNear({ volume, block }: Passage): Block[] {
  const at = findIndex(volume.blocks, block);
  const near: Block[] = [];
  for (const step of [-1, 1]) {
    let seen = 0;
    for (let index = at + step; seen < NEAR; index += step) {
      const other = volume.blocks[index];
      if (other === undefined || other.node !== block.node || other.kind === 'table') break;
      if (other.kind !== 'paragraph') continue;
      near.push(other);
      seen += 1;
    }
  }
  return near;
}

function compare(
  passage: Passage,
  view: TableView,
  years: ReadonlyMap<string, number>,
  captionUnit: string | undefined,
  near: readonly Block[],
  report: Report,
): void {
  const { text } = passage;
  view.items.forEach((label, item) => {
    const name = label.replace(UNIT_IN_LABEL, '').replaceAll('·', '');
    const unit = readUnitScale(UNIT_IN_LABEL.exec(label)?.[1] ?? captionUnit ?? '');
    if (name.length < 3 || unit === undefined) return;
    for (const { start, end } of near) {
      const paragraph = text.slice(start, end);
      for (let found = paragraph.indexOf(name); found >= 0; found = paragraph.indexOf(name, found + 1)) {
        const at = start + found;
        if (at > start && !/[，,；。年县市区 　]/u.test(text.charAt(at - 1))) continue;
        NUMBER.lastIndex = at + name.length;
        const number = NUMBER.exec(text);
        if (number === null || at + name.length + number[0].length > end) continue;
        const line = years.get(readYear(text, start, at) ?? '');
        if (line === undefined || line < 0) continue;
        const cell = view.numberAt(item, line);
        const printed = readPrinted(number[1]!, number[2]!, unit.name);
        if (cell < 0 || printed === undefined) continue;
        const inTable = view.valueOf(cell) * unit.scale;
        const gap = Math.abs(inTable - printed.value);
        if (gap <= Math.max(printed.place, view.halfPlaceOf(cell) * 2 * unit.scale) * 1.01) continue;
        if (gap > MOST_GAP * Math.max(inTable, printed.value) && !isTenfold(inTable, printed.value)) continue;
        const { grid } = view;
        const from = at + name.length + number[0].indexOf(number[1]!);
        const message = `${view.lines[line]!}“${name}”正文为${text.slice(from, from + number[1]!.length)}${printed.unit}，表中为${grid.textOf(cell)}，请核实。`;
        report(grid.startOf(cell), grid.endOf(cell), message, {
          evidence: [{ label: '正文', span: { start: from, end: from + number[1]!.length }, value: number[1]! }],
        });
      }
    }
  });
}

/** A decimal point moved or a nought dropped. */
function isTenfold(a: number, b: number): boolean {
  const ratio = Math.max(a, b) / Math.max(Math.min(a, b), 1e-9);
  return [10, 100, 1000, 10_000].some((scale) => Math.abs(ratio / scale - 1) < 0.001);
}

/** The one year the sentence names before a place. */
function readYear(text: string, start: number, at: number): string | undefined {
  const sentence = text.slice(Math.max(start, text.lastIndexOf('。', at) + 1, at - 80), at);
  const year = YEAR_BEFORE.exec(sentence)?.[1];
  if (year === undefined || /比|较|增|减|计划|预计/u.test(sentence.slice(sentence.lastIndexOf(year)))) return undefined;
  const named = new Set(sentence.match(OTHER_YEAR));
  return named.size === 1 ? year : undefined;
}

/** 5.32万人 → 53200, 人; the longest unit of the name the table uses. */
function readPrinted(
  digits: string,
  after: string,
  name: string,
): { readonly value: number; readonly place: number; readonly unit: string } | undefined {
  for (let length = after.length; length > 0; length -= 1) {
    const unit = readUnitScale(after.slice(0, length));
    if (unit === undefined || unit.name !== name) continue;
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    return { value: Number(digits) * unit.scale, place: unit.scale * 10 ** -decimals, unit: after.slice(0, length) };
  }
  return undefined;
}
