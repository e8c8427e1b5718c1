import { judgeMagnitudes } from '../../../ledger/judge-magnitude.ts';
import { judgeSeries } from '../../../ledger/judge-series.ts';
import { ledgerOf } from '../../../ledger/ledger.ts';
import { defineRule } from '../../../rule.ts';

/** Figures whose size cannot be (量级不称): 万 lost or doubled. */
export const rule = defineRule({
  id: 'figures-magnitude',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '数据量级相称',
  summary:
    '户数与人数并列而户均人数不合常理的，村、乡镇、县、市的面积、耕地、人口大于国内已有之最的，全县主要经济指标以元计而过小的，与前后年份同一指标相差万倍的，报出请核对是否漏印、多印“万”“亿”或错用单位。',
  why: '漏印一个“万”字，数据相差万倍，通读时却不易看出。',
  silent: '增减数、人均数、约数、计划数和范围不判；不能确定是哪一级地方的数据不判；受灾、死亡等人数与户数并列的不判。',
  exempt: ['verbatim', 'errata', 'quotation'],
  covers: ['GZ-SRC-05'],
  checkBook(book, report) {
    const ledger = ledgerOf(book);
    const { text } = book.volume;
    const { columns } = ledger;
    const seen = new Set<number>();
    for (const { figure, reason, other } of [...judgeMagnitudes(ledger), ...judgeSeries(ledger)]) {
      if (seen.has(figure)) continue;
      seen.add(figure);
      const [start, end] = [columns.start[figure]!, columns.end[figure]!];
      const printed = text.slice(start, end);
      report(start, end, `“${printed}”${reason}，请核对量级和单位。`, {
        evidence: [
          { label: '印刷数据', span: { start, end }, value: printed },
          ...(other === undefined ? [] : [compare(text, columns.start[other]!, columns.end[other]!)]),
        ],
      });
    }
  },
});

function compare(text: string, start: number, end: number) {
  return { label: '对照', span: { start, end }, value: text.slice(start, end) };
}
