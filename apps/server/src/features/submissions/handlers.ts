import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, reach, refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import * as store from './store.ts';

const os = implement(contract.submissions).$context<Context>();

const wire = (row: Awaited<ReturnType<typeof store.listSubmissions>>[number]) => ({
  id: row.id,
  revisionId: row.revision_id,
  workTitle: row.work_title,
  manuscriptTitle: row.manuscript_title,
  revisionNumber: row.revision_number,
  from: { id: row.from_id, name: row.from_name },
  to: { id: row.to_id, name: row.to_name },
  note: row.note,
  sentAt: row.sent_at,
  endedHow: row.ended_how,
  endedAt: row.ended_at?.toISOString() ?? null,
});

async function load(db: Context['db'] | Tx, id: string) {
  const [row] = await store.listSubmissions(db, { id, limit: 1 });
  return row ?? refuse('NOT_FOUND');
}

/** The revision's territory as its own office sees it: what was sent up is not sent on from there. */
async function enter(context: Context, revisionId: string) {
  const signedIn = requireCaller(context);
  const territory = await findTerritory(context.db, 'revision', revisionId);
  if (!territory) refuse('NOT_FOUND');
  return requireMay(signedIn, 'submissions.send', territory, 'manuscripts.read');
}

/** Ends a submission: by the office that sent it, or by the one that has it. */
async function end(context: Context, id: string, how: 'withdrawn' | 'returned') {
  const signedIn = requireCaller(context);
  const { revision_id: revisionId, to_id: officeId } = await load(context.db, id);
  const [sender, receiver] = await Promise.all([
    findTerritory(context.db, 'revision', revisionId),
    findTerritory(context.db, 'organisation', officeId),
  ]);
  const [own, other] = how === 'withdrawn' ? [sender, receiver] : [receiver, sender];
  if (!own) refuse('NOT_FOUND');
  const action = how === 'withdrawn' ? 'submissions.send' : 'submissions.receive';
  // Whoever can see it from the other side is told that it is not theirs to end.
  if (!may(signedIn, action, own) && other && may(signedIn, 'manuscripts.read', other)) refuse('NOT_ALLOWED');
  const caller = requireMay(signedIn, action, own, 'manuscripts.read');
  return context.db.transaction().execute(async (tx) => {
    const revision = await store.lockRevision(tx, revisionId);
    if (revision?.open?.id !== id) refuse('SUBMISSION_ENDED');
    if (how === 'withdrawn' && (await store.hasSignedLetter(tx, id))) refuse('LETTER_SIGNED');
    await store.endSubmission(tx, id, how);
    await context.publish(tx, 'submission-ended', { submissionId: id, revisionId });
    await recordAudit(tx, {
      actor: caller,
      action: how === 'withdrawn' ? 'submissions.withdraw' : 'submissions.return',
      subject: `submission:${id}`,
      content: { revisionId, officeId },
    });
    return wire(await load(tx, id));
  });
}

/** Submissions (送审): a revision sent up to a superior office, and back. */
export const submissionsHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const paths = reach(requireCaller(context), 'manuscripts.read');
    if (paths.length === 0) return { items: [], next: null };
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const rows = await store.listSubmissions(context.db, {
      limit: input.limit + 1,
      ...(input.box === 'received' ? { receivedBy: paths } : { sentFrom: paths }),
      ...(input.open === undefined ? {} : { open: input.open }),
      ...(input.revisionId ? { revisionId: input.revisionId } : {}),
      ...(input.workId ? { workId: input.workId } : {}),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(wire),
      next: rows.length > page.length && last ? encodeCursor([last.sent_at, last.id]) : null,
    };
  }),

  addressees: os.addressees.handler(async ({ input, context }) => {
    const caller = await enter(context, input.revisionId);
    return store.listAddressees(context.db, caller.officePath);
  }),

  send: os.send.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.revisionId);
    const { revisionId, officeId, note } = input;
    return context.db.transaction().execute(async (tx) => {
      const revision = await store.lockRevision(tx, revisionId);
      if (!revision) throw errors.NOT_FOUND();
      if (!revision.ready) throw errors.NOT_READY();
      if (revision.open) throw errors.ALREADY_SENT();
      const addressees = await store.listAddressees(tx, caller.officePath);
      if (!addressees.some((office) => office.id === officeId)) throw errors.NOT_FOUND();
      const id = await store.insertSubmission(tx, { revisionId, officeId, note, sentBy: caller.personId });
      await context.publish(tx, 'submission-sent', { submissionId: id, revisionId, officeId });
      await recordAudit(tx, {
        actor: caller,
        action: 'submissions.send',
        subject: `submission:${id}`,
        content: { revisionId, officeId, note },
      });
      return wire(await load(tx, id));
    });
  }),

  withdraw: os.withdraw.handler(({ input, context }) => end(context, input.id, 'withdrawn')),

  giveBack: os.giveBack.handler(({ input, context }) => end(context, input.id, 'returned')),
};
