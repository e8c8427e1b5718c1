import { listTableNumbers } from '../../../figures/list-table-numbers.ts';
import { defineRule } from '../../../rule.ts';

/** Numbers of tables that repeat or leave one out (表序重复、缺号). */
export const rule = defineRule({
  id: 'figures-table-number',
  family: 'figures',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '表序连续不重',
  summary: '同一编章内表序重复，或前后跳号、倒退的，请核对。',
  why: '表序是引用、检索表格的依据，重号、缺号使“见表”落空。',
  silent: '续表不报；全书表序少于三个的不报。',
  covers: ['YB-TAB-01'],
  exempt: ['errata'],
  checkBook(book, report) {
    const numbers = book.read(listTableNumbers);
    if (numbers.length < 3) return;
    const seen = new Map<string, number>();
    let before: readonly number[] | undefined;
    for (const { start, end, parts, isContinued } of numbers) {
      // Numbers of one part begin anew with each chapter.
      if (parts.length === 1 && parts[0] === 1 && !isContinued) {
        seen.clear();
        before = undefined;
      }
      const key = parts.join('-');
      const repeated = seen.get(key);
      if (repeated === undefined) seen.set(key, start);
      else if (!isContinued)
        report(start, end, `表序“${key}”与前文重复，请核对。`, {
          evidence: [{ label: '前一处', span: { start: repeated, end: repeated + (end - start) } }],
        });
      const last = parts[parts.length - 1]!;
      if (before !== undefined && repeated === undefined && isSameSeries(before, parts)) {
        const previous = before[before.length - 1]!;
        const prefix = parts
          .slice(0, -1)
          .map((part) => `${part}-`)
          .join('');
        if (last > previous + 1)
          report(start, end, `前一表为表${prefix}${previous}，缺表${prefix}${previous + 1}，请核对表序。`);
        else if (last < previous) report(start, end, `前一表为表${prefix}${previous}，表序倒退，请核对。`);
      }
      before = parts;
    }
  },
});

function isSameSeries(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.slice(0, -1).every((part, index) => part === b[index]);
}
