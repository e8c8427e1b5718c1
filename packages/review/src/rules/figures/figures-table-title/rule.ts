import { readTables } from '../../../figures/table-shelf.ts';
import { defineRule } from '../../../rule.ts';

/** A book that gives most of its tables a title means to give it to all. */
const FEWEST = 5;
const SHORT = 40;

/** A table without a title in a book whose tables have one (缺表题). */
export const rule = defineRule({
  id: 'figures-table-title',
  family: 'figures',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表有表题',
  summary: '全书绝大多数表格有表题，个别表格上方没有表题的，请核对。',
  why: '没有表题，读者不知所列何事、何时、何地。',
  silent: '全书表题本不统一的不报；上方一段以“如下”“下表”引出的不报。',
  covers: ['YB-TAB-01', 'YB-TAB-02'],
  exempt: ['verbatim', 'errata'],
  checkBook(book, report) {
    const { text, blocks } = book.volume;
    const tables = blocks.flatMap((block, index) => (block.kind === 'table' ? [{ block, index }] : []));
    if (tables.length < FEWEST) return;
    const shelf = book.read(readTables);
    const bare = tables.filter(({ block, index }) => {
      if (shelf.captionOf(block).lines.length > 0) return false;
      const before = blocks[index - 1];
      // A heading, a short line or the table before it may serve as the title.
      if (before === undefined || before.kind !== 'paragraph' || before.end - before.start < SHORT) return false;
      return !/表|如下|统计|一览|[:：]\s*$/u.test(text.slice(Math.max(before.start, before.end - 60), before.end));
    });
    if (bare.length * 10 > tables.length) return;
    for (const { block } of bare) {
      const first = block.table?.cells[0];
      if (first !== undefined && first.end > first.start) report(first.start, first.end, '此表上方没有表题，请核对。');
    }
  },
});
