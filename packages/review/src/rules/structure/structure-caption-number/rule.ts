import { listFigureNumbers } from '../../../across/list-figure-numbers.ts';
import { defineRule } from '../../../rule.ts';

/** Fewer numbered pictures make no series. */
const LEAST = 3;

/** Numbers of pictures that repeat or leave one out (图序重复、缺号). */
export const rule = defineRule({
  id: 'structure-caption-number',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '图序连续不重',
  summary: '图题所编图序重复、跳号或倒退的，请核对。',
  why: '图序是引用、检索图片的依据，重号、缺号使“见图”落空。',
  silent: '全书编了图序的图不足三幅的，不同编章各自起号的，不报。',
  covers: ['ACR-05'],
  exempt: ['errata', 'verbatim'],
  checkBook(book, report) {
    const numbers = book.read(listFigureNumbers);
    if (numbers.length < LEAST) return;
    const seen = new Map<string, number>();
    let before: readonly number[] | undefined;
    for (const { start, end, parts } of numbers) {
      const key = parts.join('-');
      const last = parts[parts.length - 1]!;
      const earlier = seen.get(key);
      // 图1 alone begins anew in every chapter.
      const startsAnew = parts.length === 1 && last === 1;
      if (startsAnew) seen.clear();
      if (earlier !== undefined && !startsAnew)
        report(start, end, `图序“图${key}”与前文重复，请核对。`, {
          evidence: [{ label: '前一处', span: { start: earlier, end: earlier + (end - start) } }],
        });
      else if (before !== undefined && !startsAnew && isSameSeries(before, parts)) {
        const previous = before[before.length - 1]!;
        const prefix = parts.slice(0, -1).map((part) => `${part}-`);
        const name = (value: number) => `图${prefix.join('')}${value}`;
        if (last > previous + 1) report(start, end, `前一图为${name(previous)}，缺${name(previous + 1)}，请核对图序。`);
        else if (last < previous) report(start, end, `前一图为${name(previous)}，图序倒退，请核对。`);
      }
      seen.set(key, start);
      before = parts;
    }
  },
});

function isSameSeries(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.slice(0, -1).every((part, index) => part === b[index]);
}
