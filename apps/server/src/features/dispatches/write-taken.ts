import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import type { TablePaper } from '@xiuzhi/typeset';

import type { TakenSheet } from './taken-sheet.ts';

const COUNTS = ['报送', '采用', '采用率', '未采用', '待处理'] as const;
/** Millimetres for a heading of so many characters. */
const WIDTHS: Readonly<Record<number, number>> = { 2: 11, 3: 15.5 };
const NOTES = ['按报送日期（北京时间）统计，撤回的不计；各单位按行政区划代码排列。'];

/** File name without its ending (文件名): 甲市地方志工作简报采用情况（2026年11月）. */
export function nameOfTaken({ seriesName, month }: Pick<TakenSheet, 'seriesName' | 'month'>): string {
  return `${seriesName}采用情况（${printMonth(month)}）`;
}

/** Monthly sheet as an .xlsx (采用情况表) to count on with. */
export function writeTakenSheet(sheet: TakenSheet): Promise<Uint8Array> {
  return writeSheet({
    sheet: '采用情况',
    isLandscape: sheet.columns.length > 3,
    top: [nameOfTaken(sheet), ...NOTES],
    columns: [
      { header: '序号', width: 6 },
      { header: '报送单位', width: 34 },
      ...[...COUNTS, ...sheet.columns].map((header) => ({ header, width: Math.max(9, header.length * 2 + 2) })),
    ],
    rows: rowsOf(sheet),
  });
}

/** Monthly sheet as an official table (采用情况表). */
export function paperOfTaken(sheet: TakenSheet): TablePaper {
  const isLandscape = sheet.columns.length > 3;
  const counts = [...COUNTS, ...sheet.columns];
  return {
    kind: 'table',
    title: `${sheet.seriesName}采用情况`,
    lead: [printMonth(sheet.month)],
    table: {
      columns: [
        { width: 12, align: 'center' },
        { width: 46, align: 'left' },
        ...counts.map((header) => ({
          width: WIDTHS[header.length] ?? 14,
          align: 'center' as const,
        })),
      ],
      head: headOf(sheet),
      rows:
        sheet.lines.length === 0
          ? [{ section: '本月没有来稿' }]
          : rowsOf(sheet).map((cells) => ({ cells: cells.map(String) })),
    },
    notes: NOTES,
    isLandscape,
    draft: false,
  };
}

function headOf({ columns }: TakenSheet) {
  const own = ['序号', '报送单位', ...COUNTS];
  if (columns.length === 0) return [own.map((text) => ({ text }))];
  return [
    [...own.map((text) => ({ text, rows: 2 })), { text: '采用栏目', columns: columns.length }],
    columns.map((text) => ({ text })),
  ];
}

function rowsOf({ lines, columns }: TakenSheet): (string | number)[][] {
  const rows = lines.map((line, index) => [index + 1, line.office.name, ...countsOf(line, columns)]);
  if (lines.length < 2) return rows;
  const sum = (of: (line: TakenSheet['lines'][number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  const total = {
    sent: sum(({ sent }) => sent),
    taken: sum(({ taken }) => taken),
    declined: sum(({ declined }) => declined),
    waiting: sum(({ waiting }) => waiting),
    byColumn: Object.fromEntries(columns.map((column) => [column, sum(({ byColumn }) => byColumn[column] ?? 0)])),
  };
  return [...rows, ['', '合计', ...countsOf(total, columns)]];
}

function countsOf(line: Omit<TakenSheet['lines'][number], 'office'>, columns: readonly string[]): (string | number)[] {
  const { sent, taken, declined, waiting, byColumn } = line;
  const rate = sent === 0 ? '—' : `${Math.round((taken / sent) * 100)}%`;
  return [sent, taken, rate, declined, waiting, ...columns.map((column) => byColumn[column] ?? 0)];
}

function printMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
