import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** First sheet of an .xlsx for tests: its cells as a program reads them, its XML, and that of the workbook. */
export async function readSheetXml(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  return {
    cells: await readSheet(Buffer.from(bytes)),
    xml: strFromU8(parts['xl/worksheets/sheet1.xml']!),
    workbook: strFromU8(parts['xl/workbook.xml']!),
  };
}
