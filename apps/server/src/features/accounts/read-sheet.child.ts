import readExcelFile from 'read-excel-file/universal';

import { answer } from '../../jobs/child-answer.ts';
import { isHarmlessArchive } from './check-archive.ts';

/** Rows and cells of the first sheet as text; null where it is no worksheet that we read. */
export type SheetText = readonly (readonly string[])[] | null;

/** More lines than an import takes, so that too many are told from enough; a list of persons has few columns. */
const MOST = { rows: 1_000, columns: 40, characters: 500 };

await answer<Uint8Array, SheetText>(async (input) => {
  try {
    const bytes = Buffer.from(input);
    if (!isHarmlessArchive(bytes)) return null;
    const copy = new Uint8Array(bytes).buffer;
    const [first] = await readExcelFile(copy);
    const rows = first?.data ?? [];
    return rows
      .slice(0, MOST.rows)
      .map((row) => row.slice(0, MOST.columns).map((cell) => textOf(cell).slice(0, MOST.characters).toWellFormed()));
  } catch {
    return null;
  }
});

function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}
