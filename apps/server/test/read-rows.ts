import readExcelFile from 'read-excel-file/universal';

/** Rows of the first sheet of a workbook (工作表), cells as text. */
export async function readRows(workbook: Uint8Array): Promise<string[][]> {
  const [sheet] = await readExcelFile(new Uint8Array(workbook).buffer);
  return (sheet?.data ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
}
