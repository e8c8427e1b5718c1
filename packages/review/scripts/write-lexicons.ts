import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/lexicons');

/** Prints every `src/lexicons/*.tsv` as the .json beside it: one object a row; columns of years are numbers, empty cells are left out. */
function writeLexicons(): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv'))) {
    const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const columns = header.split('\t');
    const rows = lines.map((line) => JSON.stringify(readRow(columns, line.split('\t'))));
    writeFileSync(join(folder, file.replace(/\.tsv$/u, '.json')), `[\n${rows.join(',\n')}\n]\n`);
  }
}

const NUMBERS = new Set(['from', 'to', 'floor']);

/** The source column stays in the .tsv: the engine has no use for it. */
function readRow(columns: readonly string[], cells: readonly string[]): Record<string, string | number> {
  const row: Record<string, string | number> = {};
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (cell !== '' && column !== 'source') row[column] = NUMBERS.has(column) ? Number(cell) : cell;
  });
  return row;
}

writeLexicons();
