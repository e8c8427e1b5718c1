import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';

import { cleanText } from '../clean-text.ts';

/** Sheet of a workbook (工作表): lines above the table, its columns (width in characters) and rows. */
export interface PaperSheet {
  readonly sheet: string;
  readonly isLandscape: boolean;
  readonly top: readonly string[];
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A cell of Excel holds 32,767 characters. */
const LONGEST_CELL = 32_000;

/** Writes an .xlsx (生成 Excel 文件): numbers are numbers, the header stays in sight, and no text becomes a formula. */
export async function writeSheet({ sheet, isLandscape, top, columns, rows }: PaperSheet): Promise<Uint8Array> {
  const heads = top.flatMap((text) => text.split('\n'));
  const data: Row[] = [
    ...heads.map((text, index): Row => [{ ...textCell(text), columnSpan: columns.length, ...headStyle(index) }]),
    columns.map(({ header }): Cell => ({
      ...textCell(header),
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      backgroundColor: '#eeeeee',
      ...BORDER,
    })),
    ...rows.map((row) => row.map((value): Cell => ({ ...bodyCell(value), ...BORDER }))),
  ];
  const options = {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: heads.length + 1,
    ...(isLandscape ? { orientation: 'landscape' as const } : {}),
  };
  return new Uint8Array(
    await writeExcelFile(data, options, {
      fontFamily: '宋体',
      fontSize: 11,
      features: [printPages(sheet, heads.length + 1)],
    }).toBuffer(),
  );
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** On paper: as wide as a page, the header on every page. Excel wants a pane without columns written so. */
function printPages(sheet: string, headerRow: number): Feature {
  const title = `'${sheet}'!$${headerRow}:$${headerRow}`;
  const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${title}</definedName></definedNames>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace(' xSplit="0"', '')
              .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', names) },
      },
    },
  };
}

const BORDER = { borderStyle: 'thin', borderColor: '#999999' } as const;

function headStyle(index: number) {
  return index === 0
    ? ({ fontSize: 16, fontWeight: 'bold', align: 'center', height: 28 } as const)
    : ({ wrap: true, height: 20 } as const);
}

function bodyCell(value: string | number) {
  const place = { alignVertical: 'top', wrap: true } as const;
  if (typeof value === 'number') return { value, type: Number, align: 'center', ...place } as const;
  return { ...textCell(value), ...place } as const;
}

/** As text by its type; one that looks like a formula also by its format, or it turns into one when it is edited. */
function textCell(text: string) {
  const clean = cleanText(text);
  const value = clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL).toWellFormed()}……（余略）` : clean;
  if (value === '') return {};
  return { value, type: String, ...(/^[=+\-@\t\r]/.test(value) ? { format: '@' } : {}) };
}
