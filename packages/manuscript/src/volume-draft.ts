import type { BlockKind } from '@xiuzhi/review';
import type { SourcePart } from './source-map.ts';

/** Characters taken from one place of the file; without `source` they stand in no file (a join, a computed number). */
export interface DraftRun {
  readonly text: string;
  readonly source?: { readonly part: SourcePart; readonly paragraph: number; readonly start: number };
}

/** Cell of a table that is being read; each grid place belongs to exactly one cell. */
export interface DraftCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  columnSpan: number;
  readonly runs: DraftRun[];
}

/** Table that is being read (表); `cells` in reading order. */
export interface DraftTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly DraftCell[];
}

/** Block that is being read (块); a heading has a level, smaller is higher, in the file's own counting. */
export interface DraftBlock {
  kind: BlockKind;
  level?: number;
  runs: DraftRun[];
  table?: DraftTable;
}

/** The characters of runs in order. */
export function textOfRuns(runs: readonly DraftRun[]): string {
  return runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('');
}

/** The runs behind `[start, end)` of their joined text. */
export function sliceRuns(runs: readonly DraftRun[], start: number, end: number): DraftRun[] {
  const kept: DraftRun[] = [];
  let at = 0;
  for (const run of runs) {
    const low = Math.max(start - at, 0);
    const high = Math.min(end - at, run.text.length);
    at += run.text.length;
    if (low >= high) continue;
    kept.push({
      text: run.text.slice(low, high),
      ...(run.source && { source: { ...run.source, start: run.source.start + low } }),
    });
  }
  return kept;
}

/** The runs without white space at both ends. */
export function trimRuns(runs: readonly DraftRun[]): DraftRun[] {
  const text = textOfRuns(runs);
  const start = text.length - text.trimStart().length;
  return start === text.length ? [] : sliceRuns(runs, start, text.trimEnd().length);
}

/** Appends runs that went on in a new line: joined directly, but with a space between two Latin letters. */
export function joinRuns(head: DraftRun[], tail: readonly DraftRun[]): void {
  const last = head.at(-1)?.text;
  const first = tail[0]?.text;
  if (last && first && /[A-Za-z]$/.test(last) && /^[A-Za-z]/.test(first)) head.push({ text: ' ' });
  head.push(...tail);
}
