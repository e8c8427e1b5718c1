import type { Volume } from '@xiuzhi/review';
import type { MarkSpan, MarkTracker } from './formats/docx/track-marks.ts';
import {
  MOST_FOREIGN,
  MOST_PLACES,
  REPORT_NAMES,
  type ForeignMark,
  type ImportReport,
  type ReportEntry,
  type ReportKind,
  type Taken,
} from './import-report.ts';
import { LogicalPlaces } from './place-marks.ts';
import type { SourceMap } from './source-map.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const KINDS = Object.keys(REPORT_NAMES) as ReportKind[];

/** Counts the blocks of a volume and lays out what else is to be said of its file (读入报告). */
export function reportImport(
  volume: Volume,
  sources: SourceMap,
  marks: readonly MarkTracker[],
  more: readonly ReportEntry[] = [],
): Omit<ImportReport, 'encoding'> {
  // Sorting the whole map is for files that carry marks.
  let laid: LogicalPlaces | undefined;
  const spanOf = ({ part, paragraph, start, lastParagraph, end, lead = 0 }: MarkSpan): Span => {
    laid ??= new LogicalPlaces(sources);
    const span = laid.spanOf(part, { paragraph, offset: start }, { paragraph: lastParagraph, offset: end });
    return { start: Math.max(0, span.start - lead), end: span.end };
  };
  const entries = new Map<string, ReportEntry & { count: number; places: Span[] }>();
  const add = (kind: ReportKind, taken: Taken, count: number, spans: readonly Span[]) => {
    const key = `${kind} ${taken}`;
    const known = entries.get(key) ?? { kind, taken, count: 0, places: [] };
    entries.set(key, { ...known, count: known.count + count, places: [...known.places, ...spans] });
  };
  for (const tracker of marks)
    for (const found of tracker.found.values()) add(found.kind, found.taken, found.count, found.places.map(spanOf));
  const cells = volume.blocks.flatMap((block) => block.table?.cells ?? []);
  const merged = cells.filter((cell) => cell.rowSpan * cell.columnSpan > 1);
  if (merged.length > 0) add('merged-cells', 'text', merged.length, merged.slice(0, MOST_PLACES).map(toSpan));
  for (const { kind, taken, count, places: spans } of more) if (count > 0) add(kind, taken, count, spans);
  const foreign: ForeignMark[] = marks.flatMap((tracker) =>
    // Cut short, a text may end in the middle of a character.
    tracker.foreign.map(({ place, ...mark }) => ({ ...mark, text: mark.text.toWellFormed(), ...spanOf(place) })),
  );
  return {
    ...countBlocks(volume),
    entries: [...entries.values()]
      .map((entry) => ({ ...entry, places: entry.places.sort(byStart).slice(0, MOST_PLACES) }))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.taken < b.taken ? 1 : -1)),
    foreign: foreign.sort(byStart).slice(0, MOST_FOREIGN),
  };
}

function countBlocks(volume: Volume): Omit<ImportReport, 'entries' | 'foreign' | 'encoding'> {
  const count = (kind: string) => volume.blocks.filter((block) => block.kind === kind).length;
  return {
    paragraphs: count('paragraph'),
    headings: count('heading'),
    tables: count('table'),
    captions: count('caption'),
    notes: count('note'),
  };
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
