import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import { trimRuns, type DraftCell, type DraftRun, type DraftTable } from '../../volume-draft.ts';
import type { Line } from './split-lines.ts';

const MOST_PLACES = 5_000_000;
const DELIMITER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

/** Number of lines a Markdown pipe table takes from `at`; 0 when none begins there. */
export function measurePipeTable(lines: readonly Line[], at: number): number {
  const head = lines[at]!.text;
  const rule = lines[at + 1]?.text;
  if (!head.includes('|') || !rule?.includes('|') || !DELIMITER.test(rule)) return 0;
  if (splitRow(lines[at]!).length !== splitRow(lines[at + 1]!).length) return 0;
  let end = at + 2;
  while (lines[end]?.text.includes('|')) end++;
  return end - at;
}

/** Parses a Markdown pipe table (竖线表格), whose second line is the rule under the head. */
export function parsePipeTable(lines: readonly Line[]): DraftTable {
  const rows = lines.filter((_, index) => index !== 1).map(splitRow);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length * columns > MOST_PLACES) throw new ManuscriptRefusal('too-large', 'table');
  const cells = rows.flatMap((row, index) =>
    Array.from({ length: columns }, (_, column): DraftCell => {
      return { row: index, column, rowSpan: 1, columnSpan: 1, runs: row[column] ?? [] };
    }),
  );
  return { rows: rows.length, columns, cells };
}

function splitRow(line: Line): DraftRun[][] {
  const { text } = line;
  const cells: DraftRun[][] = [];
  let runs: DraftRun[] = [];
  let from = text.startsWith('|') ? 1 : 0;
  const take = (end: number): void => {
    if (end > from)
      runs.push({ text: text.slice(from, end), source: { part: 'text', paragraph: 0, start: line.start + from } });
  };
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && text[at + 1] === '|') {
      take(at);
      from = ++at;
    } else if (text[at] === '|') {
      take(at);
      cells.push(trimRuns(runs));
      runs = [];
      from = at + 1;
    }
  }
  take(text.length);
  if (runs.length > 0) cells.push(trimRuns(runs));
  return cells;
}
