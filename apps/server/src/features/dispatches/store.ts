import { randomUUID } from 'node:crypto';

import type { DispatchState } from '@xiuzhi/domain';
import { sql, type RawBuilder } from 'kysely';

import { TODAY } from '../../db/today.ts';
import type { Database, Tx } from '../../db/open-database.ts';
import { bigramsOf } from '../../db/bigrams-of.ts';

/** Which dispatches are asked for, and by whom. */
export interface DispatchFilter {
  /** Offices of the caller: they see what they and those below them sent, and what was sent to them. */
  readonly paths: readonly string[];
  readonly box?: 'received' | 'sent' | 'below';
  readonly id?: string;
  readonly state?: DispatchState;
  readonly seriesId?: string;
  readonly callId?: string;
  readonly fromId?: string;
  readonly words?: string;
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

/** A dispatch with its offices, series, call, and the number of the issue it stands in. */
export interface DispatchRow {
  id: string;
  from_id: string;
  from_name: string;
  from_path: string;
  to_id: string;
  to_name: string;
  to_path: string;
  series_id: string;
  series_name: string;
  call_id: string | null;
  call_topic: string | null;
  title: string;
  body: string;
  source: string;
  approved_by: string;
  approved_on: string;
  original_name: string | null;
  state: DispatchState;
  reason: string | null;
  issue_id: string | null;
  issue_state: string | null;
  year: number | null;
  number: number | null;
  total: number | null;
  supplement: boolean | null;
  sent_at: string;
  decided_at: Date | null;
  version: number;
}

const TEXT = sql`(d.title || e'\\n' || d.source || e'\\n' || d.body)`;
/** Copy with the pairs of the words is asked for by its ids up to so many: what is commoner is found sooner by reading on. */
const MOST_NEAR = 1_000;

/** Ids of the copy that has all pairs of neighbouring characters of the words, whoever sent it; undefined where it is not rare. */
async function findNear(db: Database | Tx, words: string): Promise<string[] | undefined> {
  const pairs = bigramsOf(words);
  // One character alone is in no pair.
  if (pairs.length === 0) return undefined;
  const { rows } = await sql<{ id: string }>`
    select d.id from dispatch d where bigrams${TEXT} @> ${pairs}::int4[] limit ${MOST_NEAR + 1}`.execute(db);
  return rows.length > MOST_NEAR ? undefined : rows.map(({ id }) => id);
}

/** Dispatches (来稿) that the caller's offices see, the newest first; one statement, two where words are looked for. */
export async function listDispatches(db: Database | Tx, filter: DispatchFilter): Promise<DispatchRow[]> {
  const { paths, words, after } = filter;
  // Offices as arrays of ids, so that the rows of a page are found in `dispatch` alone and joined afterwards.
  const mine = sql`array(select id from organisation where path = any(${paths}::text[]))`;
  const below = sql`array(select o.id from organisation o, unnest(${paths}::text[]) as seen
    where starts_with(o.path, seen) and o.path <> seen)`;
  const isOwn = sql`d.from_id = any(${mine})`;
  const isReceived = sql`d.to_id = any(${mine})`;
  const boxes = {
    received: { offices: mine, isIts: sql`d.to_id = office.id` },
    sent: { offices: mine, isIts: sql`d.from_id = office.id` },
    // What those below sent to somebody else: what they sent here is received.
    below: { offices: below, isIts: sql`d.from_id = office.id and not ${isReceived}` },
  };
  const box = filter.box && boxes[filter.box];
  const where: RawBuilder<unknown>[] = [
    box ? box.isIts : sql`(${isOwn} or ${isReceived} or d.from_id = any(${below}))`,
    // What its sender took back is the sender's alone.
    sql`(d.state <> 'withdrawn' or ${isOwn})`,
  ];
  if (filter.id) where.push(sql`d.id = ${filter.id}::uuid`);
  if (filter.state) where.push(sql`d.state = ${filter.state}`);
  if (filter.seriesId) where.push(sql`d.series_id = ${filter.seriesId}::uuid`);
  if (filter.callId) where.push(sql`d.call_id = ${filter.callId}::uuid`);
  if (filter.fromId) where.push(sql`d.from_id = ${filter.fromId}::uuid`);
  if (words) {
    const near = await findNear(db, words);
    const hasWords = sql`strpos(${TEXT} collate "C", ${words}) > 0`;
    where.push(sql`((${near ? sql`d.id = any(${near}::uuid[]) and ${hasWords}` : hasWords})
      or d.from_id = any(array(select id from organisation where strpos(name, ${words}) > 0)))`);
  }
  if (after) where.push(sql`(d.sent_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const latest = sql`order by d.sent_at desc, d.id desc limit ${filter.limit}::integer`;
  const found = sql`select * from dispatch d where ${sql.join(where, sql` and `)} ${latest}`;
  const { rows } = await sql<DispatchRow>`
    select d.id, d.from_id, sender.name as from_name, sender.path as from_path, d.to_id, receiver.name as to_name,
      receiver.path as to_path, d.series_id, series.name as series_name, d.call_id, call.topic as call_topic, d.title,
      d.body, d.source, d.approved_by, d.approved_on, d.original_name, d.state, d.reason, d.issue_id, d.decided_at,
      issue.state as issue_state, issue.year, issue.number, issue.total, issue.supplement, d.version,
      to_char(d.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sent_at
    -- The latest of each office in turn, read in the order of its index, and of those the latest.
    from (${box ? sql`select d.* from unnest(${box.offices}) office(id) cross join lateral (${found}) d ${latest}` : found}) d
      join organisation sender on sender.id = d.from_id
      join organisation receiver on receiver.id = d.to_id
      join bulletin_series series on series.id = d.series_id
      left join dispatch_call call on call.id = d.call_id
      left join bulletin_issue issue on issue.id = d.issue_id
    order by d.sent_at desc, d.id desc`.execute(db);
  return rows;
}

/** Locks a dispatch until the end of `tx`. */
export async function lockDispatch(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('dispatch').select('id').where('id', '=', id).forUpdate().execute();
}

/** Locks an issue before the copy in it, as those do who take an item out of one; its series, undefined where there is none. */
export async function lockIssue(tx: Tx, id: string): Promise<{ series_id: string } | undefined> {
  return tx.selectFrom('bulletin_issue').select('series_id').where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Copy as it is sent. */
export interface NewDispatch {
  readonly fromId: string;
  readonly toId: string;
  readonly seriesId: string;
  readonly callId: string | null;
  readonly title: string;
  readonly body: string;
  readonly source: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
  readonly originalName: string | null;
  readonly sentBy: string;
}

/** Inserts a dispatch and returns its id. */
export async function insertDispatch(tx: Tx, copy: NewDispatch): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('dispatch')
    .values({
      id,
      from_id: copy.fromId,
      to_id: copy.toId,
      series_id: copy.seriesId,
      call_id: copy.callId,
      title: copy.title,
      body: copy.body,
      source: copy.source,
      approved_by: copy.approvedBy,
      approved_on: copy.approvedOn,
      original_name: copy.originalName,
      sent_by: copy.sentBy,
      state: 'sent' satisfies DispatchState,
    })
    .execute();
  return id;
}

/** Moves a dispatch that is locked to a state; whoever decided is kept, and nobody where it is open again. */
export async function saveState(
  tx: Tx,
  id: string,
  change: { state: DispatchState; by: string | null; reason?: string; issueId?: string },
): Promise<void> {
  await tx
    .updateTable('dispatch')
    .set({
      state: change.state,
      reason: change.reason ?? null,
      issue_id: change.issueId ?? null,
      decided_by: change.by,
      decided_at: change.by === null ? null : sql<Date>`now()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Opens copy again that was taken into this issue; false where it is not taken any more. */
export async function reopenTaken(tx: Tx, id: string, issueId: string): Promise<boolean> {
  const result = await tx
    .updateTable('dispatch')
    .set({ state: 'sent', issue_id: null, decided_by: null, decided_at: null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'taken')
    // An issue that was discarded with its items has left no id behind.
    .where((on) => on.or([on('issue_id', '=', issueId), on('issue_id', 'is', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A series that takes copy in, with the office that issues it. */
export interface Target {
  id: string;
  name: string;
  columns: string[];
  office_id: string;
  office_name: string;
  office_path: string;
}

/** Series with intake (可报送的刊物) that are not given up, of offices above one of these paths, the nearest first. */
export async function listTargets(db: Database | Tx, paths: readonly string[], seriesId?: string): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select series.id, series.name, series.columns, office.id as office_id, office.name as office_name,
      office.path as office_path
    from bulletin_series series join organisation office on office.id = series.organisation_id
    where series.intake and series.ended_on is null and exists (select from unnest(${paths}::text[]) as mine
      where starts_with(mine, office.path) and mine <> office.path)
      and (${seriesId ?? null}::uuid is null or series.id = ${seriesId ?? null}::uuid)
    order by length(office.path) desc, office.path, series.created_at, series.id`.execute(db);
  return rows;
}

/** A series whatever it takes in, with its office; undefined where there is none. */
export async function findSeries(db: Database | Tx, id: string) {
  return db
    .selectFrom('bulletin_series as series')
    .innerJoin('organisation as office', 'office.id', 'series.organisation_id')
    .select(['series.id', 'series.name', 'series.columns', 'series.intake', 'series.ended_on'])
    .select(['office.id as office_id', 'office.path as office_path'])
    .where('series.id', '=', id)
    .executeTakeFirst();
}

/** Offices of these paths that have not ended. */
export async function findOffices(db: Database | Tx, paths: readonly string[]) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'path'])
    .where(sql<boolean>`path = any(${paths}::text[])`)
    .where('ended_on', 'is', null)
    .orderBy('path')
    .execute();
}

/** Every office of the tree with its region code, for telling one place from another. */
export async function listPlaces(db: Database | Tx) {
  return db
    .selectFrom('organisation')
    .select(['name', 'path', 'region_code as regionCode'])
    .where('kind', 'in', ['office', 'affiliatedInstitution'])
    .where('ended_on', 'is', null)
    .execute();
}

/** Today (当日), ISO. */
export async function findToday(db: Database | Tx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select ${TODAY}::text as day`.execute(db);
  return rows[0]!.day;
}

/** A call for copy with its office, its series and how many answered it. */
export interface CallRow {
  id: string;
  office_id: string;
  office_name: string;
  office_path: string;
  series_id: string;
  series_name: string;
  topic: string;
  note: string;
  column_name: string | null;
  due_on: string;
  called_at: string;
  ended_at: Date | null;
  received: number;
}

/**
 * Calls (约稿) of these offices and of those above them, the newest first; one statement. Whoever is below is told how
 * many of its own office's copy answered a call.
 */
export async function listCalls(
  db: Database | Tx,
  filter: {
    paths: readonly string[];
    id?: string;
    open?: boolean;
    after?: { at: string; id: string };
    limit: number;
  },
): Promise<CallRow[]> {
  const { paths, after } = filter;
  const where: RawBuilder<unknown>[] = [
    sql`exists (select from unnest(${paths}::text[]) as mine where starts_with(mine, office.path))`,
  ];
  if (filter.id) where.push(sql`call.id = ${filter.id}::uuid`);
  if (filter.open !== undefined) where.push(sql`(call.ended_at is null) = ${filter.open}::boolean`);
  if (after) where.push(sql`(call.called_at, call.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<CallRow>`
    select call.id, call.office_id, office.name as office_name, office.path as office_path, call.series_id,
      series.name as series_name, call.topic, call.note, call.column_name, call.due_on, call.ended_at,
      to_char(call.called_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as called_at,
      (select count(*)::int from dispatch d where d.call_id = call.id and d.state <> 'withdrawn'
        and (office.path = any(${paths}::text[])
          or d.from_id = any(array(select id from organisation where path = any(${paths}::text[]))))) as received
    from dispatch_call call
      join organisation office on office.id = call.office_id
      join bulletin_series series on series.id = call.series_id
    where ${sql.join(where, sql` and `)}
    order by call.called_at desc, call.id desc limit ${filter.limit}::integer`.execute(db);
  return rows;
}

/** Inserts a call and returns its id. */
export async function insertCall(
  tx: Tx,
  call: {
    officeId: string;
    seriesId: string;
    topic: string;
    note: string;
    column: string | null;
    dueOn: string;
    calledBy: string;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('dispatch_call')
    .values({
      id,
      office_id: call.officeId,
      series_id: call.seriesId,
      topic: call.topic,
      note: call.note,
      column_name: call.column,
      due_on: call.dueOn,
      called_by: call.calledBy,
    })
    .execute();
  return id;
}

/** Ends a call; false where it has ended already. */
export async function endCall(tx: Tx, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('dispatch_call')
    .set({ ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** When an office is merged into another, that one has what it sent, what was sent to it, and what it called for. */
export async function moveDispatches(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('dispatch').set({ from_id: intoId }).where('from_id', '=', fromId).execute();
  await tx.updateTable('dispatch').set({ to_id: intoId }).where('to_id', '=', fromId).execute();
  await tx.updateTable('dispatch_call').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}
