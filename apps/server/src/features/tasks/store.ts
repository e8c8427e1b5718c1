import { randomUUID } from 'node:crypto';

import type { AuditAction, TaskKind, TaskState } from '@xiuzhi/domain';
import { sql, type RawBuilder } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';
import type { Actor } from '../../events.ts';

/** Which tasks are asked for. */
interface Filter {
  /** In the list of one of these offices, or given by one of them to another. */
  readonly mine?: readonly string[];
  readonly given?: readonly string[];
  readonly id?: string;
  readonly open?: boolean;
  readonly workId?: string;
  readonly after?: { readonly dueOn: string; readonly id: string };
  readonly limit: number;
}

/** A task with everything its line shows. */
export interface TaskRow {
  id: string;
  kind: TaskKind;
  state: TaskState;
  title: string;
  subject: string;
  work_id: string;
  work_title: string;
  organisation_id: string;
  organisation_name: string;
  organisation_path: string;
  office_path: string;
  assigner_id: string;
  assigner_name: string;
  assigner_path: string;
  addressee: string | null;
  due_on: string;
  owner_post_id: string | null;
  owner_name: string | null;
  owner_organisation: string | null;
  reminded: boolean;
  created_at: Date;
  closed_at: Date | null;
  version: number;
  today: string;
}

/** Tasks (待办), those due first; titles, offices and owners in the same statement. */
export async function listTasks(db: Database | Tx, filter: Filter): Promise<TaskRow[]> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (filter.mine) where.push(sql`organisation.office_path = any(${filter.mine}::text[])`);
  if (filter.given)
    where.push(sql`assigner.office_path = any(${filter.given}::text[]) and task.assigner_id <> task.organisation_id`);
  if (filter.id) where.push(sql`task.id = ${filter.id}::uuid`);
  if (filter.open) where.push(sql`task.state in ('open', 'answered')`);
  if (filter.workId) where.push(sql`task.work_id = ${filter.workId}::uuid`);
  if (filter.after) where.push(sql`(task.due_on, task.id) > (${filter.after.dueOn}::date, ${filter.after.id}::uuid)`);
  const { rows } = await sql<TaskRow>`
    select task.id, task.kind, task.state, task.title, task.subject, task.work_id, work.title as work_title,
      organisation.id as organisation_id, organisation.name as organisation_name, organisation.path as organisation_path,
      organisation.office_path, assigner.id as assigner_id, assigner.name as assigner_name,
      assigner.office_path as assigner_path, task.addressee, task.due_on, task.owner_post_id,
      person.display_name as owner_name, place.name as owner_organisation, task.reminded_at is not null as reminded,
      task.created_at, task.closed_at, task.version, ${TODAY}::text as today
    from task
      join work on work.id = task.work_id
      join organisation on organisation.id = task.organisation_id
      join organisation assigner on assigner.id = task.assigner_id
      left join post on post.id = task.owner_post_id
      left join person on person.id = post.person_id
      left join organisation place on place.id = post.organisation_id
    where ${sql.join(where, sql` and `)}
    order by task.due_on, task.id limit ${filter.limit}::integer`.execute(db);
  return rows;
}

/** What decisions on a task are made on, locked until the transaction ends. */
export async function lockTask(tx: Tx, which: { id: string } | { subject: string }) {
  const row = await tx
    .selectFrom('task')
    .select(['id', 'state', 'version', 'work_id', 'organisation_id', 'due_on'])
    .select(sql<boolean>`reminded_at is not null`.as('reminded'))
    .where((on) => ('id' in which ? on('id', '=', which.id) : on('subject', '=', which.subject)))
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: row.state as TaskState };
}

/** Inserts a task and returns its id; undefined where there is one about that already. */
export async function insertTask(
  tx: Tx,
  task: {
    kind: TaskKind;
    organisationId: string;
    assignerId: string;
    workId: string;
    subject: string;
    title: string;
    addressee: string | null;
    dueOn: string;
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('task')
    .values({
      id: randomUUID(),
      kind: task.kind,
      organisation_id: task.organisationId,
      assigner_id: task.assignerId,
      work_id: task.workId,
      subject: task.subject,
      title: task.title,
      addressee: task.addressee,
      due_on: task.dueOn,
      state: 'open',
    })
    .onConflict((on) => on.column('subject').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** What may change of a task. */
interface Change {
  readonly state?: TaskState;
  readonly reminded?: boolean;
  readonly ownerPostId?: string | null;
  readonly dueOn?: string;
}

/** Changes a task that is locked; its version rises by one. */
export async function updateTask(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('task')
    .set({
      version: sql<number>`version + 1`,
      ...(change.state === undefined
        ? {}
        : { state: change.state, closed_at: change.state === 'closed' ? sql<Date>`now()` : null }),
      ...(change.reminded ? { reminded_at: sql<Date>`coalesce(reminded_at, now())` } : {}),
      ...(change.ownerPostId === undefined ? {} : { owner_post_id: change.ownerPostId }),
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
    })
    .where('id', '=', id)
    .execute();
}

/** Writes down what happened to a task (办理经过), and in which office; null for the system itself. */
export async function recordEvent(
  tx: Tx,
  taskId: string,
  by: Actor | null,
  action: AuditAction,
  note = '',
): Promise<void> {
  await tx
    .insertInto('task_event')
    .values({
      task_id: taskId,
      person_id: by?.personId ?? null,
      office_id: by ? sql<string | null>`(select id from organisation where path = ${by.officePath})` : null,
      action,
      note,
    })
    .execute();
}

/** What happened to a task, oldest first; who did it is named with the path of the office acted in. */
export async function listEvents(db: Database | Tx, taskId: string) {
  return db
    .selectFrom('task_event')
    .leftJoin('person', 'person.id', 'task_event.person_id')
    .leftJoin('organisation', 'organisation.id', 'task_event.office_id')
    .select(['task_event.at', 'task_event.action', 'task_event.note', 'person.display_name'])
    .select(['organisation.name as office_name', 'organisation.path as office_path'])
    .where('task_id', '=', taskId)
    .orderBy('task_event.id')
    .execute();
}

/** Puts other posts in to help. */
export async function replaceDeputies(tx: Tx, taskId: string, postIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('task_deputy').where('task_id', '=', taskId).execute();
  if (postIds.length === 0) return;
  await tx
    .insertInto('task_deputy')
    .values([...new Set(postIds)].map((postId) => ({ task_id: taskId, post_id: postId })))
    .execute();
}

/** Adds evidence (办理依据): a thing, a sentence, or both; a thing once. */
export async function insertEvidence(
  tx: Tx,
  evidence: { taskId: string; subject: string | null; note: string; addedBy: string | null },
): Promise<void> {
  await sql`
    insert into task_evidence (id, task_id, subject, note, added_by)
    select ${randomUUID()}::uuid, ${evidence.taskId}::uuid, ${evidence.subject}, ${evidence.note}, ${evidence.addedBy}::uuid
    where ${evidence.subject === null}::boolean or ${evidence.note !== ''}::boolean or not exists (
      select from task_evidence where task_id = ${evidence.taskId}::uuid and subject = ${evidence.subject})`.execute(
    tx,
  );
}

/** Evidence of a task, oldest first; who added it is named to people of an office that they have or had a post in. */
export async function listEvidence(db: Database | Tx, taskId: string, offices: readonly string[]) {
  return db
    .selectFrom('task_evidence')
    .leftJoin('person', 'person.id', 'task_evidence.added_by')
    .select(['task_evidence.id', 'subject', 'note', 'added_at'])
    .select(
      sql<string | null>`case when exists (select from post join organisation o on o.id = post.organisation_id
        where post.person_id = task_evidence.added_by and o.office_path = any(${offices}::text[]))
        then person.display_name end`.as('added_name'),
    )
    .where('task_id', '=', taskId)
    .orderBy('added_at')
    .orderBy('task_evidence.id')
    .execute();
}

/** Whether a revision is one of the work. */
export async function isOfWork(tx: Tx, revisionId: string, workId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .select('revision.id')
    .where('revision.id', '=', revisionId)
    .where('manuscript.work_id', '=', workId)
    .where('revision.removed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

const posts = (db: Database | Tx) =>
  db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.id as postId', 'person.display_name as displayName', 'organisation.name as organisation']);

/** Posts that stand in for the owner of a task. */
export async function listDeputies(db: Database | Tx, taskId: string) {
  return posts(db)
    .innerJoin('task_deputy', 'task_deputy.post_id', 'post.id')
    .where('task_deputy.task_id', '=', taskId)
    .orderBy('organisation.position')
    .orderBy('post.since')
    .orderBy('post.id')
    .execute();
}

/** Posts held today in the office of an organisation, of persons who are active, with one of the roles. */
export async function listHolders(db: Database | Tx, organisationId: string, roles: readonly string[]) {
  return posts(db)
    .where(
      sql<boolean>`organisation.office_path = (select office_path from organisation where id = ${organisationId}::uuid)`,
    )
    .where('post.role', 'in', roles)
    .where('post.since', '<=', TODAY)
    .where((on) => on.or([on('post.until', 'is', null), on('post.until', '>=', TODAY)]))
    .where('person.active', '=', true)
    .orderBy('organisation.position')
    .orderBy('post.since')
    .orderBy('post.id')
    .execute();
}

/** Puts one post in for another in whatever is still to be dealt with; one statement for owners, one for deputies. */
export async function handOverTasks(tx: Tx, fromPostId: string, toPostId: string): Promise<void> {
  await sql`
    with handed as (
      update task set owner_post_id = ${toPostId}, version = version + 1
      where owner_post_id = ${fromPostId} and state in ('open', 'answered') returning id)
    insert into task_event (task_id, action) select id, 'accounts.handOverPost' from handed`.execute(tx);
  await sql`
    with handed as (
      delete from task_deputy using task
      where task_deputy.post_id = ${fromPostId} and task.id = task_deputy.task_id and task.state in ('open', 'answered')
      returning task_id)
    insert into task_deputy (task_id, post_id) select task_id, ${toPostId}::uuid from handed
    on conflict do nothing`.execute(tx);
}

/** Hands the tasks of one organisation, and those it gave, on to another. */
export async function moveTasks(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`
    update task set version = version + 1,
      organisation_id = case when organisation_id = ${fromId} then ${intoId}::uuid else organisation_id end,
      assigner_id = case when assigner_id = ${fromId} then ${intoId}::uuid else assigner_id end
    where organisation_id = ${fromId} or assigner_id = ${fromId}`.execute(tx);
  await tx.updateTable('task_event').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}

/** The organisation that hangs at no other. */
export async function findRoot(db: Database): Promise<string> {
  const root = db.selectFrom('organisation').select('id').where('parent_id', 'is', null).orderBy('position');
  return (await root.executeTakeFirstOrThrow()).id;
}
