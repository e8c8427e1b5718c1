import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../src/lexicons');
const NUMBERS = new Set(['from', 'to', 'floor']);

/** Every `src/lexicons/*.tsv` printed as the .json beside it, path from the repository root → content: one object a row; columns of years are numbers, empty cells are left out. */
export function printLexicons(): [path: string, content: string][] {
  return readdirSync(ROOT)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((file) => {
      const [header = '', ...lines] = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n');
      const columns = header.split('\t');
      const rows = lines.map((line) => JSON.stringify(readRow(columns, line.split('\t'))));
      return [`packages/review/src/lexicons/${file.replace(/\.tsv$/u, '.json')}`, `[\n${rows.join(',\n')}\n]\n`];
    });
}

/** The source column stays in the .tsv: the engine has no use for it. */
function readRow(columns: readonly string[], cells: readonly string[]): Record<string, string | number> {
  const row: Record<string, string | number> = {};
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (cell !== '' && column !== 'source') row[column] = NUMBERS.has(column) ? Number(cell) : cell;
  });
  return row;
}
