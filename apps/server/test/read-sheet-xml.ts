import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** First sheet of an .xlsx for tests: its cells as a program reads them, and its XML. */
export async function readSheetXml(bytes: Uint8Array): Promise<{ cells: unknown[][]; xml: string }> {
  return { cells: await readSheet(Buffer.from(bytes)), xml: strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!) };
}
