import { defineRule, type Book, type Report } from '../../../rule.ts';

const CHRONICLE = /大\s*事\s*记/u;
const HEAD =
  /^[\s△▲]*(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*(?:[～~—－-]{1,2}\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*)?日|(?=[\s，,]))/u;
const YEAR = /^\s*(\d{4})\s*年\s*$/u;
/** A chronicle that goes back more often is arranged by another order. */
const MOST = 3;

/** An entry of the chronicle that stands after a later one (大事记时序). */
export const rule = defineRule({
  id: 'dates-chronicle-order',
  family: 'dates',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '大事记按日期先后',
  summary: '大事记同一年内，条目日期早于前一条的，请核对日期或调整次序。',
  why: '大事记以时为序，次序颠倒多半是月日印错。',
  silent: '不以月日开头的段落不比，只到月的条目只比月份；倒退多处的，视为按别的次序编排，不报。',
  covers: ['YB-CHR-01'],
  exempt: ['errata'],
  checkBook(book, report) {
    const inside = findChronicles(book);
    if (inside.size === 0) return;
    let entries: Entry[] = [];
    let node = -1;
    let year = 0;
    for (const block of book.volume.blocks) {
      if (!inside.has(block.node) || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
      const head = book.volume.text.slice(block.start, Math.min(block.end, block.start + 30));
      if (block.node !== node || YEAR.test(head)) {
        judge(entries, report);
        entries = [];
        node = block.node;
        year = 0;
      }
      const found = HEAD.exec(head);
      if (found === null) continue;
      if (found[1] !== undefined) year = Number(found[1]);
      const month = (year * 100 + Number(found[2])) * 100;
      const [from, to] =
        found[3] === undefined ? [month, month + 99] : [month + Number(found[3]), month + Number(found[3])];
      entries.push({ from, to, start: block.start, end: block.start + found[0].trimEnd().length });
    }
    judge(entries, report);
  },
});

interface Entry {
  /** First and last day it can mean: a month alone is any day of it. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

function findChronicles({ volume }: Book): Set<number> {
  const inside = new Set<number>();
  volume.nodes.forEach(({ title, parent }, index) => {
    if ((index > 0 && CHRONICLE.test(title)) || inside.has(parent)) inside.add(index);
  });
  return inside;
}

function judge(entries: readonly Entry[], report: Report): void {
  const back = entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    return before !== undefined && entry.to < before.from ? [{ entry, before }] : [];
  });
  if (back.length === 0 || back.length > MOST || back.length * 5 > entries.length) return;
  for (const { entry, before } of back)
    report(entry.start, entry.end, '日期早于前一条，请核对日期或次序。', {
      evidence: [{ label: '前一条', span: { start: before.start, end: before.end } }],
    });
}
