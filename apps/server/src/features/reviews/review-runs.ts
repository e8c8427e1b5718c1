import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** The last review run (审校) of a revision, with its work; undefined before the first has ended. */
export async function findRun(db: Database | Tx, revisionId: string) {
  return db
    .selectFrom('review_run')
    .innerJoin('revision', 'revision.id', 'review_run.revision_id')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .innerJoin('work', 'work.id', 'manuscript.work_id')
    .select(['review_run.state', 'review_run.progress', 'run_at', 'engine', 'milliseconds'])
    .select(['work.id as work_id', 'work.kind'])
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
}

/** Says that a revision is being reviewed again; refused while it is, or before it was read. */
export async function openRun(tx: Tx, revisionId: string): Promise<'started' | 'REVIEWING' | 'NOT_READY'> {
  const opened = await tx
    .updateTable('review_run')
    .set({ state: 'running', progress: 0 })
    .where('revision_id', '=', revisionId)
    .where('state', '<>', 'running')
    .returning('revision_id')
    .executeTakeFirst();
  if (opened) return 'started';
  return (await findRun(tx, revisionId)) ? 'REVIEWING' : 'NOT_READY';
}

/** Says how far a run has come; a late word about a finished one is ignored. */
export async function setRunProgress(db: Database, revisionId: string, progress: number): Promise<void> {
  await db
    .updateTable('review_run')
    .set({ progress })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'running')
    .execute();
}

/** Marks a run as done; false where it was no longer under way. */
export async function finishRun(
  tx: Tx,
  revisionId: string,
  { preset, engine, milliseconds }: { preset: string; engine: string; milliseconds: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('review_run')
    .set({ state: 'ready', progress: 100, preset, engine, milliseconds, run_at: sql<Date>`clock_timestamp()` })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Marks a run as failed; false where it was no longer under way. */
export async function failRun(tx: Tx, revisionId: string): Promise<boolean> {
  const result = await tx
    .updateTable('review_run')
    .set({ state: 'failed' })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Runs that were under way when a process died. */
export async function listRunning(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('review_run').select('revision_id').where('state', '=', 'running').execute();
  return rows.map((row) => row.revision_id);
}
