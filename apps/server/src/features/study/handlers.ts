import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { AuditAction, SessionKind } from '@xiuzhi/domain';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { nameOn } from '../../db/name-on.ts';
import type { Database, Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, reach, refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { draftItem, type SessionRecord } from './draft-item.ts';
import * as store from './store.ts';

const os = implement(contract.study).$context<Context>();

const territoryOf = (row: store.SessionRow) => ({ organisationPath: row.path, officePath: row.office_path });

const wire = (row: store.SessionRow, caller: Caller) => ({
  id: row.id,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  kind: row.kind as SessionKind,
  heldOn: row.held_on,
  title: row.title,
  record: row.record as SessionRecord,
  issueId: row.issue_id,
  recordedBy: row.recorder,
  recordedAt: row.recorded_at.toISOString(),
  version: row.version,
  allowed: { edit: may(caller, 'study.record', territoryOf(row)) },
});

async function enter(db: Database | Tx, signedIn: Caller, id: string, action: 'study.read' | 'study.record') {
  const row = await store.findSession(db, id);
  if (!row) refuse('NOT_FOUND');
  return { row, caller: requireMay(signedIn, action, territoryOf(row), 'study.read') };
}

/** Nothing of a record is kept that bears a mark, or a day that is still to come. */
async function refuseBad(db: Database | Tx, { heldOn, title, record }: store.SessionInput): Promise<void> {
  if (findClassificationMark([title, ...textsOf(record)].join('\n')) !== null) refuse('CLASSIFIED');
  if (!SHAPES.day.test(heldOn) || heldOn > (await store.findToday(db))) refuse('BAD_DAY');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** One change to a session that is locked, with its audit row. */
async function change(
  context: Context,
  input: { readonly id: string; readonly version: number },
  action: AuditAction,
  work: (tx: Tx, row: store.SessionRow, caller: Caller) => Promise<unknown>,
) {
  const signedIn = requireCaller(context);
  await enter(context.db, signedIn, input.id, 'study.record');
  await context.db.transaction().execute(async (tx) => {
    const issueId = (input as { issueId?: string }).issueId;
    // The issue first, as whoever takes an item out of one locks it.
    const issue = issueId === undefined ? undefined : await store.lockIssue(tx, issueId);
    await store.lockSession(tx, input.id);
    const { row, caller } = await enter(tx, signedIn, input.id, 'study.record');
    if (row.version !== input.version) refuse('STALE');
    if (issueId !== undefined && (issue?.kind !== 'politicalWork' || issue.office_path !== row.office_path))
      refuse('NOT_FOUND');
    await work(tx, row, caller);
    await recordAudit(tx, { actor: caller, action, subject: `session:${row.id}`, content: input });
  });
}

async function load(context: Context, id: string) {
  const signedIn = requireCaller(context);
  return wire((await enter(context.db, signedIn, id, 'study.read')).row, signedIn);
}

/** The item as it would be drafted, under the name that the office bore on that day. */
async function compose(db: Database | Tx, row: store.SessionRow) {
  const office = await nameOn(db, row.organisation_id, row.held_on);
  const { kind, held_on: heldOn, title, record } = row;
  return draftItem({ office, kind: kind as SessionKind, heldOn, title, record: record as SessionRecord });
}

/** Study sessions and meetings (会议学习), and the item drafted from one. */
export const studyHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const paths = reach(caller, 'study.read');
    if (paths.length === 0) return { items: [], next: null };
    const [day, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.day, SHAPES.uuid]) : [];
    const rows = await store.listSessions(context.db, {
      paths,
      limit: input.limit + 1,
      ...(day && id ? { after: { day, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => wire(row, caller)),
      next: rows.length > page.length && last ? encodeCursor([last.held_on, last.id]) : null,
    };
  }),

  get: os.get.handler(({ input, context }) => load(context, input.id)),

  record: os.record.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    const { organisationId, ...session } = input;
    const [path] = reach(signedIn, 'study.record');
    if (path === undefined) refuse('NOT_ALLOWED');
    const id = organisationId ?? (await store.findOffice(context.db, path))?.id;
    const territory = id === undefined ? undefined : await findTerritory(context.db, 'organisation', id);
    if (id === undefined || !territory) refuse('NOT_FOUND');
    const caller = requireMay(signedIn, 'study.record', territory, 'study.read');
    await refuseBad(context.db, session);
    const sessionId = await context.db.transaction().execute(async (tx) => {
      const made = await store.insertSession(tx, { ...session, organisationId: id, recordedBy: caller.personId });
      await recordAudit(tx, { actor: caller, action: 'study.record', subject: `session:${made}`, content: input });
      return made;
    });
    return load(context, sessionId);
  }),

  update: os.update.handler(async ({ input, context }) => {
    await change(context, input, 'study.update', async (tx) => {
      await refuseBad(tx, input);
      await store.updateSession(tx, input.id, input);
    });
    return load(context, input.id);
  }),

  remove: os.remove.handler(async ({ input, context }) => {
    await change(context, input, 'study.remove', (tx) => store.removeSession(tx, input.id));
    return { id: input.id };
  }),

  preview: os.preview.handler(async ({ input, context }) => {
    const { row } = await enter(context.db, requireCaller(context), input.id, 'study.read');
    return compose(context.db, row);
  }),

  draft: os.draft.handler(async ({ input, context, errors }) => {
    await change(context, input, 'study.draft', async (tx, row, caller) => {
      if (row.issue_id !== null) throw errors.SESSION_DRAFTED();
      const { issueId } = input;
      await store.saveIssue(tx, row.id, issueId);
      const by = { personId: caller.personId, officePath: caller.officePath };
      await context.publish(tx, 'session-drafted', { sessionId: row.id, issueId, ...(await compose(tx, row)), by });
    });
    return load(context, input.id);
  }),
};
