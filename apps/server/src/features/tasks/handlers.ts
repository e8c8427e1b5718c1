import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { moveTask, type AuditAction, type TaskCommand } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, reach, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { policy } from '../../policy.ts';
import { loadCalendar, loadYear, saveCalendarDay } from './calendar.ts';
import * as store from './store.ts';
import { loadInFull, sidesOf, wireTask } from './wire-task.ts';

const os = implement(contract.tasks).$context<Context>();

/** Roles whose posts may own a task. */
const OWNERS = policy['tasks.manage'].roles;

type LockedTask = NonNullable<Awaited<ReturnType<typeof store.lockTask>>>;

/** A task that the caller may read, from either side. */
async function approach(context: Context, id: string) {
  const signedIn = requireCaller(context);
  const [row] = await store.listTasks(context.db, { id, limit: 1 });
  if (!row) refuse('NOT_FOUND');
  const { organisation, assigner } = sidesOf(row);
  if (!may(signedIn, 'tasks.read', organisation) && !may(signedIn, 'tasks.read', assigner)) refuse('NOT_FOUND');
  return { signedIn, row };
}

/**
 * Runs `work` on a locked task, with the caller as acting in the office that is to do it or in the one that gave it, and
 * writes its line of history and its audit row.
 */
async function act(
  context: Context,
  input: { readonly id: string; readonly version: number },
  side: 'organisation' | 'assigner',
  action: AuditAction,
  work: (tx: Tx, task: LockedTask, caller: Caller) => Promise<string | void>,
) {
  const { signedIn, row } = await approach(context, input.id);
  const territory = sidesOf(row)[side];
  if (!may(signedIn, 'tasks.manage', territory)) refuse('NOT_ALLOWED');
  const caller = { ...signedIn, officePath: territory.officePath };
  return context.db.transaction().execute(async (tx) => {
    const task = (await store.lockTask(tx, { id: input.id }))!;
    const note = await work(tx, task, caller);
    await store.recordEvent(tx, input.id, caller, action, note ?? '');
    await recordAudit(tx, { actor: caller, action, subject: `task:${input.id}`, content: input });
    const [changed] = await store.listTasks(tx, { id: input.id, limit: 1 });
    return loadInFull(tx, changed!, signedIn);
  });
}

/** Refuses what is done to another version than the one looked at, or to a task that has ended. */
function requireLasting(task: LockedTask, version: number): void {
  if (task.version !== version) refuse('STALE');
  if (task.state === 'closed' || task.state === 'withdrawn') refuse('TASK_ENDED');
}

/** Moves a task on, or refuses. */
async function move(tx: Tx, task: LockedTask, command: TaskCommand, version: number): Promise<void> {
  const moved = moveTask(task, command, version);
  if (typeof moved === 'string') refuse(moved);
  await store.updateTask(tx, task.id, moved);
}

/** Tasks (待办): who deals with what by when, and the calendar that days are counted by. */
export const tasksHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const paths = reach(caller, 'tasks.read');
    if (paths.length === 0) return { items: [], next: null };
    const [dueOn, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.day, SHAPES.uuid]) : [];
    const rows = await store.listTasks(context.db, {
      limit: input.limit + 1,
      open: input.open,
      [input.box]: paths,
      ...(input.workId ? { workId: input.workId } : {}),
      ...(dueOn && id ? { after: { dueOn, id } } : {}),
    });
    const { calendar } = await loadCalendar(context.db);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => wireTask(row, calendar, caller)),
      next: rows.length > page.length && last ? encodeCursor([last.due_on, last.id]) : null,
    };
  }),

  get: os.get.handler(async ({ input, context }) => {
    const { signedIn, row } = await approach(context, input.id);
    return loadInFull(context.db, row, signedIn);
  }),

  holders: os.holders.handler(async ({ input, context }) => {
    const { signedIn, row } = await approach(context, input.id);
    if (!may(signedIn, 'tasks.manage', sidesOf(row).organisation)) refuse('NOT_ALLOWED');
    return store.listHolders(context.db, row.organisation_id, OWNERS);
  }),

  assign: os.assign.handler(({ input, context, errors }) =>
    act(context, input, 'organisation', 'tasks.assign', async (tx, task) => {
      requireLasting(task, input.version);
      const { ownerPostId, deputyPostIds } = input;
      const holders = new Set((await store.listHolders(tx, task.organisation_id, OWNERS)).map((post) => post.postId));
      const named = ownerPostId ? [ownerPostId, ...deputyPostIds] : deputyPostIds;
      if (!named.every((postId) => holders.has(postId))) throw errors.NOT_FOUND();
      await store.updateTask(tx, task.id, { ownerPostId });
      await store.replaceDeputies(
        tx,
        task.id,
        deputyPostIds.filter((postId) => postId !== ownerPostId),
      );
    }),
  ),

  postpone: os.postpone.handler(({ input, context, errors }) =>
    act(context, input, 'assigner', 'tasks.postpone', async (tx, task) => {
      requireLasting(task, input.version);
      if (input.note === '') throw errors.REASON_REQUIRED();
      await store.updateTask(tx, task.id, { dueOn: input.dueOn });
      return `期限由${task.due_on}改为${input.dueOn}：${input.note}`;
    }),
  ),

  addEvidence: os.addEvidence.handler(({ input, context, errors }) =>
    act(context, input, 'organisation', 'tasks.evidence', async (tx, task, caller) => {
      requireLasting(task, input.version);
      const { revisionId, note } = input;
      if (revisionId && !(await store.isOfWork(tx, revisionId, task.work_id))) throw errors.NOT_FOUND();
      const subject = revisionId && `revision:${revisionId}`;
      await store.insertEvidence(tx, { taskId: task.id, subject, note, addedBy: caller.personId });
      await store.updateTask(tx, task.id, {});
    }),
  ),

  close: os.close.handler(({ input, context }) =>
    act(context, input, 'assigner', 'tasks.close', (tx, task) => move(tx, task, 'close', input.version)),
  ),

  reopen: os.reopen.handler(({ input, context, errors }) =>
    act(context, input, 'assigner', 'tasks.reopen', async (tx, task) => {
      if (input.note === '') throw errors.REASON_REQUIRED();
      await move(tx, task, 'reopen', input.version);
      return input.note;
    }),
  ),

  remind: os.remind.handler(({ input, context }) =>
    act(context, input, 'assigner', 'tasks.remind', (tx, task) => move(tx, task, 'remind', input.version)),
  ),

  calendar: os.calendar.handler(({ input, context }) => {
    requireCaller(context);
    return loadYear(context.db, input.year);
  }),

  setCalendarDay: os.setCalendarDay.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    // The calendar is one for the whole province: the office at the root enters it.
    const root = await store.findRoot(context.db);
    const territory = await findTerritory(context.db, 'organisation', root);
    if (!territory || !may(signedIn, 'tasks.calendar', territory)) refuse('NOT_ALLOWED');
    const { day, off, title } = input;
    await context.db.transaction().execute(async (tx) => {
      await saveCalendarDay(tx, day, off, title);
      await recordAudit(tx, {
        actor: { ...signedIn, officePath: territory.officePath },
        action: 'tasks.calendar',
        subject: `day:${day}`,
        content: input,
      });
    });
    return {};
  }),
};
