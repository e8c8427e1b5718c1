import readExcelFile from 'read-excel-file/universal';

import { answer } from '../jobs/child-answer.ts';
import { isHarmlessArchive } from './check-archive.ts';
import type { SheetInput, SheetText } from './read-sheet.ts';

/** A list has few columns, and a cell of it few characters. */
const MOST = { columns: 40, characters: 500 };

await answer<SheetInput, SheetText>(async ({ bytes: input, rows: most }) => {
  try {
    const bytes = Buffer.from(input);
    if (!isHarmlessArchive(bytes)) return null;
    const copy = new Uint8Array(bytes).buffer;
    const [first] = await readExcelFile(copy);
    const rows = first?.data ?? [];
    return rows
      .slice(0, most)
      .map((row) => row.slice(0, MOST.columns).map((cell) => textOf(cell).slice(0, MOST.characters).toWellFormed()));
  } catch {
    return null;
  }
});

function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}
