import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { moveDispatch, type DispatchCommand, type DispatchState } from '@xiuzhi/domain';
import { findClassificationMark } from '@xiuzhi/manuscript';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { may, reach, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { enterCall, enterDispatch, requireAt, wireCall, wireDispatch } from './enter-dispatch.ts';
import { sendDispatch } from './send-dispatch.ts';
import * as store from './store.ts';
import { takenSheet } from './taken-sheet.ts';

const os = implement(contract.dispatches).$context<Context>();

const SIDES = {
  take: 'dispatches.decide',
  decline: 'dispatches.decide',
  putBack: 'dispatches.decide',
  withdraw: 'dispatches.send',
} as const satisfies Record<DispatchCommand, 'dispatches.send' | 'dispatches.decide'>;

interface Step {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly row: store.DispatchRow;
  readonly state: DispatchState;
  readonly by: Events['dispatch-put-back']['by'];
}

/** One step of a dispatch that is locked, with its audit row; the dispatch as it is then. */
async function move(
  context: Context,
  command: DispatchCommand,
  input: { readonly id: string; readonly version: number; readonly issueId?: string },
  work: (step: Step) => Promise<unknown>,
) {
  const signedIn = requireCaller(context);
  const { row: before } = await enterDispatch(context.db, signedIn, input.id, SIDES[command]);
  return context.db.transaction().execute(async (tx) => {
    // The issue first, as whoever takes an item out of one locks it.
    const issueId = input.issueId ?? before.issue_id;
    const issue = issueId === null ? undefined : await store.lockIssue(tx, issueId);
    await store.lockDispatch(tx, input.id);
    const { row, caller } = await enterDispatch(tx, signedIn, input.id, SIDES[command]);
    const state = moveDispatch(row, command, input.version);
    if (state === 'STALE' || state === 'DISPATCH_ENDED') refuse(state);
    if (issueId !== null && issue?.series_id !== row.series_id) refuse('NOT_FOUND');
    const by = { personId: caller.personId, officePath: caller.officePath };
    const content = await work({ tx, caller, row, state, by });
    await recordAudit(tx, { actor: caller, action: `dispatches.${command}`, subject: `dispatch:${row.id}`, content });
    return wireDispatch((await enterDispatch(tx, signedIn, row.id, 'dispatches.read')).row, signedIn);
  });
}

/** Dispatches (来稿), calls for copy, and the monthly sheet. */
export const dispatchesHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const { cursor, limit, ...asked } = input;
    const paths = reach(caller, 'dispatches.read');
    if (paths.length === 0) return { items: [], next: null };
    const [at, id] = cursor ? decodeCursor(cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const wanted = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''));
    const rows = await store.listDispatches(context.db, {
      ...(wanted as Pick<store.DispatchFilter, 'box'>),
      paths,
      limit: limit + 1,
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => wireDispatch(row, caller)),
      next: rows.length > page.length && last ? encodeCursor([last.sent_at, last.id]) : null,
    };
  }),

  get: os.get.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    return wireDispatch((await enterDispatch(context.db, caller, input.id, 'dispatches.read')).row, caller);
  }),

  targets: os.targets.handler(async ({ context }) => {
    const paths = reach(requireCaller(context), 'dispatches.send');
    const targets = paths.length === 0 ? [] : await store.listTargets(context.db, paths);
    return targets.map((target) => ({
      seriesId: target.id,
      seriesName: target.name,
      office: { id: target.office_id, name: target.office_name },
      columns: target.columns,
    }));
  }),

  send: os.send.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const id = await sendDispatch(tx, caller, input);
      return wireDispatch((await enterDispatch(tx, caller, id, 'dispatches.read')).row, caller);
    });
  }),

  withdraw: os.withdraw.handler(({ input, context }) =>
    move(context, 'withdraw', input, ({ tx, row, state, by }) =>
      store.saveState(tx, row.id, { state, by: by.personId }),
    ),
  ),

  take: os.take.handler(({ input, context }) =>
    move(context, 'take', input, async ({ tx, row, state, by }) => {
      const { issueId, column } = input;
      await store.saveState(tx, row.id, { state, by: by.personId, issueId });
      const { title, body, source, series_id: seriesId } = row;
      const taken = { dispatchId: row.id, issueId, seriesId, column, title, body, source, by };
      await context.publish(tx, 'dispatch-taken', taken);
      return { issueId, column };
    }),
  ),

  decline: os.decline.handler(({ input, context }) =>
    move(context, 'decline', input, async ({ tx, row, state, by }) => {
      const { reason } = input;
      if (reason === '') refuse('REASON_REQUIRED');
      if (findClassificationMark(reason) !== null) refuse('CLASSIFIED');
      await store.saveState(tx, row.id, { state, by: by.personId, reason });
      return { reason };
    }),
  ),

  putBack: os.putBack.handler(({ input, context }) =>
    move(context, 'putBack', input, async ({ tx, row, state, by }) => {
      await store.saveState(tx, row.id, { state, by: null });
      if (row.state === 'taken') await context.publish(tx, 'dispatch-put-back', { dispatchId: row.id, by });
      return { from: row.state, issueId: row.issue_id };
    }),
  ),

  listCalls: os.listCalls.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const paths = reach(caller, 'dispatches.read');
    if (paths.length === 0) return { items: [], next: null };
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const rows = await store.listCalls(context.db, {
      paths,
      limit: input.limit + 1,
      ...(input.open === undefined ? {} : { open: input.open }),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => wireCall(row, caller)),
      next: rows.length > page.length && last ? encodeCursor([last.called_at, last.id]) : null,
    };
  }),

  call: os.call.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const series = await store.findSeries(context.db, input.seriesId);
    if (!series || series.ended_on !== null || !series.intake) refuse('NOT_FOUND');
    const caller = requireAt(signedIn, 'dispatches.decide', series.office_path);
    const { topic, note, column, dueOn } = input;
    if (findClassificationMark(`${topic}\n${note}`) !== null) throw errors.CLASSIFIED();
    if (column !== null && !series.columns.includes(column)) throw errors.COLUMN_UNKNOWN();
    return context.db.transaction().execute(async (tx) => {
      if (!SHAPES.day.test(dueOn) || dueOn < (await store.findToday(tx))) throw errors.BAD_DUE_DAY();
      const call = { officeId: series.office_id, seriesId: series.id, topic, note, column, dueOn };
      const id = await store.insertCall(tx, { ...call, calledBy: caller.personId });
      await recordAudit(tx, { actor: caller, action: 'dispatches.call', subject: `call:${id}`, content: input });
      return wireCall(await enterCall(tx, signedIn, id), signedIn);
    });
  }),

  endCall: os.endCall.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const call = await enterCall(context.db, signedIn, input.id);
    const office = { organisationPath: call.office_path, officePath: call.office_path };
    // Whoever is called upon sees the call, and is told that it is not theirs to end.
    if (!may(signedIn, 'dispatches.decide', office)) throw errors.NOT_ALLOWED();
    const caller = { ...signedIn, officePath: call.office_path };
    return context.db.transaction().execute(async (tx) => {
      if (!(await store.endCall(tx, input.id))) throw errors.CALL_ENDED();
      await recordAudit(tx, { actor: caller, action: 'dispatches.endCall', subject: `call:${input.id}` });
      return wireCall(await enterCall(tx, signedIn, input.id), signedIn);
    });
  }),

  taken: os.taken.handler(
    async ({ input, context }) => (await takenSheet(context.db, requireCaller(context), input)).sheet,
  ),
};
