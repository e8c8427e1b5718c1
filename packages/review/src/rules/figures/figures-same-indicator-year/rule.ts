import { judgeEvents } from '../../../ledger/judge-events.ts';
import { ledgerOf } from '../../../ledger/ledger.ts';
import { defineRule } from '../../../rule.ts';

/** One thing built, founded or awarded in two years (一事两年), over the dates of the book. */
export const rule = defineRule({
  id: 'figures-same-indicator-year',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '同一事项年份前后一致',
  summary:
    '同一座桥、水库、车站、学校等的动工、建成、成立，同一型号或牌号产品的获奖，前后两处年份不同的，列出两处请核对。',
  why: '一事两年，必有一误，读者引用时无从取舍。',
  silent: '再次、连续获奖，重建、扩建、分期建成的，名称不能确定为同一者的，不报。',
  exempt: ['verbatim', 'errata', 'quotation'],
  covers: ['GZ-SRC-04'],
  checkBook(book, report) {
    const { text } = book.volume;
    for (const { start, end, otherStart, otherEnd, thing, event } of judgeEvents(ledgerOf(book))) {
      const [here, there] = [text.slice(start, end), text.slice(otherStart, otherEnd)];
      report(start, end, `“${thing}”${event}的年份此处作${here}，另一处作${there}，请核对。`, {
        evidence: [
          { label: '此处', span: { start, end }, value: here },
          { label: '另一处', span: { start: otherStart, end: otherEnd }, value: there },
        ],
      });
    }
  },
});
