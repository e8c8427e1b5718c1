import { listTableNumbers } from '../../../figures/list-table-numbers.ts';
import { findIndex } from '../../../figures/read-table-caption.ts';
import { defineRule, type Passage } from '../../../rule.ts';

const NUMBERED = ['见表', '如表', '据表', '由表', '详见表', '参见表'];
const BELOW = ['见下表', '如下表', '见附表', '列表如下', '详见下表'];
const NUMBER = /\s*(\d{1,3}(?:\s*[-－—–.·]\s*\d{1,3}){0,3})(?![\d年月.%％])/uy;
/** A table further down than this is not the one below. */
const BLOCKS = 8;

/** A reference to a table that is not there (见表落空): 见表7-1-9, 见下表. */
export const rule = defineRule({
  id: 'figures-table-reference',
  family: 'figures',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“见表”有着落',
  summary: '正文“见表7-1-9”而全书没有这个表序，或“见下表”而其后没有表格的，请核对。',
  why: '所见之表不存在，读者无从查考。',
  silent: '全书没有编表序的，不查表序；“见下表”之后不远有表格或图的不报。',
  covers: ['YB-TAB-11', 'YB-TAB-13'],
  exempt: ['quotation', 'verbatim', 'errata'],
  words: [...NUMBERED, ...BELOW],
  checkWord(passage, at, last, report) {
    const { text, end } = passage;
    if (BELOW.includes(text.slice(at, last))) {
      if (passage.volume.blocks.length > 1 && !isTableBelow(passage)) report(at, last, '其后未见表格，请核对。');
      return;
    }
    NUMBER.lastIndex = last;
    const found = NUMBER.exec(text);
    if (found === null || last + found[0].length > end) return;
    const numbers = passage.read(listTableNumbers);
    const parts = found[1]!.split(/[^\d]+/u).map(Number);
    const alike = numbers.filter((number) => number.parts.length === parts.length);
    if (alike.length < 3 || alike.some((number) => number.parts.join() === parts.join())) return;
    report(at, last + found[0].length, `全书未见表${parts.join('-')}，请核对表序。`);
  },
});

function isTableBelow({ volume, block }: Passage): boolean {
  const at = findIndex(volume.blocks, block);
  for (let index = at + 1; index <= Math.min(at + BLOCKS, volume.blocks.length - 1); index += 1) {
    const kind = volume.blocks[index]!.kind;
    if (kind === 'table' || kind === 'image' || kind === 'caption') return true;
  }
  return false;
}
