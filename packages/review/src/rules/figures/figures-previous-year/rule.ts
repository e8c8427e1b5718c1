import { judgePrevious } from '../../../ledger/judge-previous.ts';
import { ledgerOf, readLedger } from '../../../ledger/ledger.ts';
import { printValue } from '../../../ledger/print-gap.ts';
import { defineRule } from '../../../rule.ts';

/** This year's base against last year's book (上年基数与上卷对照). */
export const rule = defineRule({
  id: 'figures-previous-year',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '上年基数与上卷相符',
  summary:
    '给出上一卷年鉴时，将本卷所记上年数（“上年为……”、表中上年栏）、由“比上年增长”“比上年增加”推算的上年基数，与上卷所印同一主体、同一指标的数据对照，不符的报出。',
  why: '两卷数据不能衔接，读者连续查考时无所适从；确系修订的，应加注说明。',
  silent:
    '未给出上卷或记述年份的不查；按可比价格计算增长的指标（生产总值、增加值、产值等）和投资、零售额等基数常经调整的，不由增长率推算；推算结果相差百分之一以内的不报。',
  exempt: ['verbatim', 'errata'],
  covers: ['YB-STA-01'],
  checkBook(book, report) {
    const { previous, recordedYear } = book.settings;
    if (previous === undefined || recordedYear === undefined) return;
    const ledger = ledgerOf(book);
    const last = readLedger(previous, { ...book.settings, recordedYear: recordedYear - 1 });
    for (const { figure, amount, base, previous: other } of judgePrevious(ledger, last, recordedYear)) {
      const entry = ledger.entry(figure);
      const { indicator, unit } = ledger.entry(amount ?? figure);
      const there = last.entry(other);
      const printed = previous.text.slice(there.start, there.end);
      const title = previous.nodes[there.node]?.title.trim() ?? '';
      const computed = `${printValue(base)}${unit}`;
      const told =
        amount === undefined ? `本卷记作${book.volume.text.slice(entry.start, entry.end)}` : `按本卷推算为${computed}`;
      report(
        entry.start,
        entry.end,
        `“${indicator}”上年数${told}，上卷印作${printed}，请核对；如系修订，宜加注说明。`,
        {
          evidence: [
            { label: amount === undefined ? '本卷所记上年数' : '推算的上年数', value: computed },
            { label: title === '' ? '上卷' : `上卷（${title}）`, value: printed },
          ],
        },
      );
    }
  },
});
