import { randomUUID } from 'node:crypto';

import { sql, type RawBuilder } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** Which submissions are asked for. */
interface Filter {
  /** Received by, or sent from, one of these offices. */
  readonly receivedBy?: readonly string[];
  readonly sentFrom?: readonly string[];
  readonly id?: string;
  readonly open?: boolean;
  readonly revisionId?: string;
  readonly workId?: string;
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

interface Row {
  id: string;
  revision_id: string;
  work_title: string;
  manuscript_title: string;
  revision_number: number;
  from_id: string;
  from_name: string;
  to_id: string;
  to_name: string;
  note: string;
  sent_at: string;
  ended_how: 'returned' | 'withdrawn' | null;
  ended_at: Date | null;
}

/** Submissions (送审), the newest first; titles and offices in the same statement. */
export async function listSubmissions(db: Database | Tx, filter: Filter) {
  const where: RawBuilder<unknown>[] = [sql`revision.removed_at is null`];
  if (filter.receivedBy) where.push(sql`receiver.path = any(${filter.receivedBy}::text[])`);
  if (filter.sentFrom) where.push(sql`sender.path = any(${filter.sentFrom}::text[])`);
  if (filter.id) where.push(sql`submission.id = ${filter.id}::uuid`);
  if (filter.revisionId) where.push(sql`submission.revision_id = ${filter.revisionId}::uuid`);
  if (filter.workId) where.push(sql`work.id = ${filter.workId}::uuid`);
  if (filter.open !== undefined) where.push(sql`(submission.ended_at is null) = ${filter.open}::boolean`);
  if (filter.after)
    where.push(sql`(submission.sent_at, submission.id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select submission.id, submission.revision_id, work.title as work_title, manuscript.title as manuscript_title,
      revision.number as revision_number, sender.id as from_id, sender.name as from_name,
      receiver.id as to_id, receiver.name as to_name, submission.note, submission.ended_how, submission.ended_at,
      to_char(submission.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sent_at
    from submission
      join revision on revision.id = submission.revision_id
      join manuscript on manuscript.id = revision.manuscript_id
      join work on work.id = manuscript.work_id
      join organisation on organisation.id = work.organisation_id
      join organisation sender on sender.path = organisation.office_path
      join organisation receiver on receiver.id = submission.office_id
    where ${sql.join(where, sql` and `)}
    order by submission.sent_at desc, submission.id desc limit ${filter.limit}::integer`.execute(db);
  return rows;
}

/** Offices above the one at this path that have not ended, nearest first. */
export async function listAddressees(db: Database | Tx, officePath: string) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'office')
    .where('ended_on', 'is', null)
    .where(sql<boolean>`starts_with(${officePath}, path) and path <> ${officePath}`)
    .orderBy(sql`length(path)`, 'desc')
    .execute();
}

/** Whether the revision is ready and whether it is with a superior, locked against decisions and other submissions. */
export async function lockRevision(tx: Tx, revisionId: string) {
  // The lock first: what was committed while we waited for it is seen only by a statement that begins afterwards.
  const revision = await tx
    .selectFrom('revision')
    .select('state')
    .where('id', '=', revisionId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!revision) return undefined;
  const open = await tx
    .selectFrom('submission')
    .select(['id', 'office_id'])
    .where('revision_id', '=', revisionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return { ready: revision.state === 'ready', open: open ?? null };
}

/** Inserts a submission and returns its id. */
export async function insertSubmission(
  tx: Tx,
  submission: { revisionId: string; officeId: string; note: string; sentBy: string },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('submission')
    .values({
      id,
      revision_id: submission.revisionId,
      office_id: submission.officeId,
      note: submission.note,
      sent_by: submission.sentBy,
    })
    .execute();
  return id;
}

/** Ends a submission that is open. */
export async function endSubmission(tx: Tx, id: string, how: 'returned' | 'withdrawn'): Promise<void> {
  await tx
    .updateTable('submission')
    .set({ ended_how: how, ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Whether the office it was sent to has signed a letter on it since, which still stands. */
export async function hasSignedLetter(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('submission')
    .innerJoin('letter', (join) =>
      join
        .onRef('letter.revision_id', '=', 'submission.revision_id')
        .onRef('letter.office_id', '=', 'submission.office_id')
        .onRef('letter.signed_at', '>=', 'submission.sent_at'),
    )
    .select('letter.id')
    .where('submission.id', '=', id)
    .where('letter.state', '=', 'signed')
    .executeTakeFirst();
  return row !== undefined;
}

/** Hands what was sent to one office on to another. */
export async function moveSubmissions(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('submission').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}
