import { may, reach, refuse, type Caller } from '../../http/context.ts';
import type { Database } from '../../db/open-database.ts';
import { loadTaken } from './load-taken.ts';
import { findSeries } from './store.ts';

/** Monthly sheet of a series (采用情况) as the wire shows it. */
export type TakenSheet = Awaited<ReturnType<typeof takenSheet>>['sheet'];

/** The sheet as the caller sees it: the office that issues has every line, an office below its own alone. */
export async function takenSheet(db: Database, signedIn: Caller, asked: { seriesId: string; month: string }) {
  const series = await findSeries(db, asked.seriesId);
  if (!series) refuse('NOT_FOUND');
  const paths = reach(signedIn, 'dispatches.read');
  const issues = may(signedIn, 'dispatches.read', {
    organisationPath: series.office_path,
    officePath: series.office_path,
  });
  const below = paths.filter((path) => path.startsWith(series.office_path));
  if (!issues && below.length === 0) refuse('NOT_FOUND');
  const lines = await loadTaken(db, { ...asked, own: issues ? null : below });
  // A series that takes nothing in is no business of those below, but for what they once sent to it.
  if (!issues && !series.intake && lines.every(({ sent }) => sent === 0)) refuse('NOT_FOUND');
  // A column that was given up since is still counted.
  const columns = new Set([...series.columns, ...lines.flatMap((line) => Object.keys(line.by_column))]);
  return {
    caller: { ...signedIn, officePath: issues ? series.office_path : below[0]! },
    sheet: {
      seriesName: series.name,
      month: asked.month,
      columns: [...columns],
      lines: lines.map(({ id, name, by_column: byColumn, ...counts }) => ({
        office: { id, name },
        ...counts,
        byColumn,
      })),
    },
  };
}
