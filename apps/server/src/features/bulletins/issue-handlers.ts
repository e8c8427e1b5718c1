import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { needsGround } from '@xiuzhi/domain';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { recordAudit } from '../../db/record-audit.ts';
import { reach, refuse, requireCaller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { enterIssue, requireRight } from './bulletin-access.ts';
import { changeIssue, requireDraft } from './change-issue.ts';
import { findLists, type Lists } from './series.ts';
import { startDraft } from './start-draft.ts';
import { loadItems } from './store-items.ts';
import { deleteDraft, listIssues, lockIssue, updateDraft } from './store.ts';
import { wireInFull, wireIssue } from './wire-issue.ts';

const os = implement(contract.bulletins).$context<Context>();

const sameLines = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((line, index) => line === other[index]);
const sameLists = (one: Lists, other: Lists) =>
  sameLines(one.up, other.up) && sameLines(one.across, other.across) && sameLines(one.down, other.down);

/** Issues (期) before they are handed over: head and tail. */
export const issueHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const paths = reach(requireCaller(context), 'bulletins.read');
    if (paths.length === 0) return { items: [], next: null };
    const { number, day, uuid } = SHAPES;
    const [isOpen, on, nth, id] = input.cursor ? decodeCursor(input.cursor, [number, day, number, uuid]) : [];
    const rows = await listIssues(context.db, {
      paths,
      limit: input.limit + 1,
      ...(input.seriesId ? { seriesId: input.seriesId } : {}),
      ...(input.state ? { state: input.state } : {}),
      ...(input.year === undefined ? {} : { year: input.year }),
      ...(on && id ? { after: { isOpen: Number(isOpen), on, number: Number(nth), id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(wireIssue),
      next:
        rows.length > page.length && last
          ? encodeCursor([Number(last.state !== 'signed'), last.sorted_on, last.number ?? 0, last.id])
          : null,
    };
  }),

  get: os.get.handler(async ({ input, context }) =>
    wireInFull(context.db, await enterIssue(context.db, requireCaller(context), input.id)),
  ),

  create: os.create.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    const id = await context.db.transaction().execute(async (tx) => {
      const { caller, issueId } = await startDraft(tx, signedIn, input);
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.create',
        subject: `bulletin:${issueId}`,
        content: input,
      });
      return issueId;
    });
    return wireInFull(context.db, await enterIssue(context.db, signedIn, id));
  }),

  update: os.update.handler(({ input, context }) => {
    const { id, version, ...change } = input;
    // The lists may be those of the series, and nobody gives it others meanwhile.
    return changeIssue(context, { id, right: 'bulletins.draft', locksSeries: true }, async (tx, access) => {
      requireDraft(access, version);
      const { issue } = access;
      const { up, across, down } = change.recipients;
      if (findClassificationMark([change.ground, change.printedBy, ...up, ...across, ...down].join('\n')) !== null)
        refuse('CLASSIFIED');
      if (needsGround(change.disclosure) && change.ground === '') refuse('GROUND_REQUIRED');
      const lists = await findLists(tx, issue.series_id, change.issuedOn);
      const isTouched = issue.recipients_edited || !sameLists(change.recipients, issue);
      await updateDraft(tx, id, {
        ...change,
        recipients: isTouched ? change.recipients : lists,
        recipientsEdited: isTouched && !sameLists(change.recipients, lists),
      });
      return { action: 'bulletins.update', content: input };
    });
  }),

  discard: os.discard.handler(async ({ input, context }) => {
    const { id, version } = input;
    const signedIn = requireCaller(context);
    await context.db.transaction().execute(async (tx) => {
      await lockIssue(tx, id);
      const access = await enterIssue(tx, signedIn, id);
      requireRight(access, 'bulletins.draft');
      requireDraft(access, version);
      const { personId, officePath } = access.caller;
      const items = await loadItems(tx, id);
      // What an item was made from is let go before the issue is gone that it names.
      for (const { dispatch_id: dispatchId, session_id: sessionId } of items)
        if (dispatchId !== null || sessionId !== null)
          await context.publish(tx, 'item-removed', {
            dispatchId,
            sessionId,
            issueId: id,
            by: { personId, officePath },
          });
      await deleteDraft(tx, id);
      await recordAudit(tx, { actor: access.caller, action: 'bulletins.discard', subject: `bulletin:${id}` });
    });
    return { id };
  }),
};
