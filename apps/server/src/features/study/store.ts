import { randomUUID } from 'node:crypto';

import type { SessionKind } from '@xiuzhi/domain';
import { sql } from 'kysely';

import { TODAY } from '../../db/today.ts';
import type { Database, Tx } from '../../db/open-database.ts';
import type { SessionRecord } from './draft-item.ts';

/** What is entered of a session. */
export interface SessionInput {
  readonly kind: SessionKind;
  readonly heldOn: string;
  readonly title: string;
  readonly record: SessionRecord;
}

function selectSessions(db: Database | Tx) {
  return db
    .selectFrom('study_session as session')
    .innerJoin('organisation', 'organisation.id', 'session.organisation_id')
    .innerJoin('person', 'person.id', 'session.recorded_by')
    .select(['session.id', 'session.kind', 'session.held_on', 'session.title', 'session.record', 'session.issue_id'])
    .select(['session.recorded_at', 'session.version', 'session.organisation_id'])
    .select(['organisation.name as organisation_name', 'organisation.path', 'organisation.office_path'])
    .select('person.display_name as recorder')
    .where('session.removed_at', 'is', null);
}

/** A session with its office and who recorded it. */
export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];

/** Sessions (会议学习记录) of these offices, the latest first; one statement. */
export async function listSessions(
  db: Database | Tx,
  filter: { paths: readonly string[]; after?: { day: string; id: string }; limit: number },
) {
  let query = selectSessions(db)
    .where(sql<boolean>`organisation.office_path = any(${filter.paths}::text[])`)
    .orderBy('session.held_on', 'desc')
    .orderBy('session.id', 'desc')
    .limit(filter.limit);
  if (filter.after) {
    const { day, id } = filter.after;
    query = query.where(sql<boolean>`(session.held_on, session.id) < (${day}::date, ${id}::uuid)`);
  }
  return query.execute();
}

/** One session; undefined where there is none, or it was removed. */
export async function findSession(db: Database | Tx, id: string) {
  return selectSessions(db).where('session.id', '=', id).executeTakeFirst();
}

/** Locks a session until the end of `tx`. */
export async function lockSession(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('study_session').select('id').where('id', '=', id).forUpdate().execute();
}

/** Locks an issue before the session that goes into it; its series' kind and office, undefined where there is none. */
export async function lockIssue(tx: Tx, id: string) {
  return tx
    .selectFrom('bulletin_issue as issue')
    .innerJoin('bulletin_series as series', 'series.id', 'issue.series_id')
    .innerJoin('organisation as office', 'office.id', 'series.organisation_id')
    .select(['series.kind', 'office.office_path'])
    .where('issue.id', '=', id)
    .forUpdate('issue')
    .executeTakeFirst();
}

/** The office at this path; undefined where it has ended. */
export async function findOffice(db: Database | Tx, path: string) {
  return db
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', path)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
}

/** Today (当日), ISO. */
export async function findToday(db: Database | Tx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select ${TODAY}::text as day`.execute(db);
  return rows[0]!.day;
}

/** Inserts a session and returns its id. */
export async function insertSession(
  tx: Tx,
  session: SessionInput & { organisationId: string; recordedBy: string },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('study_session')
    .values({
      id,
      organisation_id: session.organisationId,
      kind: session.kind,
      held_on: session.heldOn,
      title: session.title,
      record: JSON.stringify(session.record),
      recorded_by: session.recordedBy,
    })
    .execute();
  return id;
}

/** Changes a session that is locked; its version rises by one. */
export async function updateSession(tx: Tx, id: string, session: SessionInput): Promise<void> {
  await tx
    .updateTable('study_session')
    .set({
      kind: session.kind,
      held_on: session.heldOn,
      title: session.title,
      record: JSON.stringify(session.record),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Removes a session that is locked; what was drafted from it stays. */
export async function removeSession(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('study_session')
    .set({ removed_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Notes the issue that an item of a locked session went into. */
export async function saveIssue(tx: Tx, id: string, issueId: string): Promise<void> {
  await tx
    .updateTable('study_session')
    .set({ issue_id: issueId, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Lets a session be drafted anew whose item was taken out of this issue; false where it stands in another. */
export async function clearIssue(tx: Tx, id: string, issueId: string): Promise<boolean> {
  const result = await tx
    .updateTable('study_session')
    .set({ issue_id: null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where((on) => on.or([on('issue_id', '=', issueId), on('issue_id', 'is', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** When an office is merged into another, that one has its records. */
export async function moveSessions(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx
    .updateTable('study_session')
    .set({ organisation_id: intoId })
    .where('organisation_id', '=', fromId)
    .execute();
}
