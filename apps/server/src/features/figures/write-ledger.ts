import { FIGURE_KIND_NAMES } from '@xiuzhi/contract';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import type { FigureKind } from '@xiuzhi/review';

/** A ledger as it is printed (数据台账表), in the order of the rows. */
export interface LedgerPaper {
  readonly title: string;
  readonly number: number;
  /** What the ledger was limited to, in words; '' where it is whole. */
  readonly limits: string;
  readonly rows: readonly LedgerPaperRow[];
}

/** A figure as it is printed. */
export interface LedgerPaperRow {
  readonly section: string;
  readonly subject: string;
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  readonly before: string;
  readonly printed: string;
  readonly after: string;
  readonly value: number;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly approximate: boolean;
}

/** Writes a ledger as an .xlsx. */
export function writeLedger({ title, number, limits, rows }: LedgerPaper): Promise<Uint8Array> {
  return writeSheet({
    sheet: '数据台账',
    isLandscape: true,
    top: ['数据台账', `${title}　第${number}稿　共${rows.length}条${limits && `　限于：${limits}`}`],
    columns: [
      { header: '序号', width: 7 },
      { header: '篇目', width: 22 },
      { header: '主体', width: 16 },
      { header: '指标', width: 22 },
      { header: '口径', width: 14 },
      { header: '时期', width: 14 },
      { header: '原文数据', width: 16 },
      { header: '折算值', width: 18 },
      { header: '单位', width: 10 },
      { header: '类别', width: 8 },
      { header: '约数', width: 6 },
      { header: '上下文', width: 40 },
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.section,
      row.subject,
      row.indicator,
      row.scope,
      row.period,
      row.printed,
      row.value,
      row.unit,
      FIGURE_KIND_NAMES[row.kind],
      row.approximate ? '是' : '',
      `${row.before}${row.printed}${row.after}`,
    ]),
  });
}
