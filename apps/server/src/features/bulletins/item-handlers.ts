import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { refuse, requireCaller, type Context } from '../../http/context.ts';
import type { IssueAccess } from './bulletin-access.ts';
import { changeIssue, requireDraft } from './change-issue.ts';
import { deleteItem, findItem, insertItems, placeItems, updateItem, type ItemText } from './store-items.ts';
import { touchIssue } from './store.ts';

const os = implement(contract.bulletins).$context<Context>();

/** The issue that an item stands in. */
async function issueOf(context: Context, itemId: string): Promise<string> {
  requireCaller(context);
  return (await findItem(context.db, itemId))?.issue_id ?? refuse('NOT_FOUND');
}

/** An item as it is kept: of a column of the series, whole paragraphs, the source as far as the series prints one. */
function fitItem({ issue }: IssueAccess, item: ItemText, columnBefore: string | null = null): ItemText {
  const { column, title, subtitle, body, source } = item;
  if (column !== null && column !== columnBefore && !issue.columns.includes(column)) refuse('COLUMN_UNKNOWN');
  if (findClassificationMark([title, subtitle, body, source].filter(Boolean).join('\n')) !== null) refuse('CLASSIFIED');
  return {
    column,
    title,
    subtitle: subtitle || null,
    body: joinParagraphs(body),
    source: (issue.source_line && source?.replace(/^[（(](.*)[）)]$/u, '$1').trim()) || null,
  };
}

/** Paragraphs one a line, as a person or a file gave them: indents and empty lines are of the paper. */
function joinParagraphs(body: string): string {
  return body
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** Items (信息) of a draft: whatever changes raises the version of the issue. */
export const itemHandlers = {
  addItem: os.addItem.handler(({ input, context }) => {
    const { id, version, ...text } = input;
    return changeIssue(context, { id, right: 'bulletins.draft' }, async (tx, access) => {
      requireDraft(access, version);
      await insertItems(tx, id, [fitItem(access, text)]);
      await placeItems(tx, id, access.issue.columns);
      await touchIssue(tx, id);
      return { action: 'bulletins.addItem', content: input };
    });
  }),

  editItem: os.editItem.handler(async ({ input, context }) => {
    const { id, version, ...text } = input;
    const issueId = await issueOf(context, id);
    return changeIssue(context, { id: issueId, right: 'bulletins.draft' }, async (tx, access) => {
      const item = (await findItem(tx, id)) ?? refuse('NOT_FOUND');
      requireDraft(access);
      if (item.version !== version) refuse('STALE');
      await updateItem(tx, id, fitItem(access, text, item.column_name), access.caller.personId);
      await placeItems(tx, issueId, access.issue.columns);
      await touchIssue(tx, issueId);
      return { action: 'bulletins.editItem', content: input };
    });
  }),

  removeItem: os.removeItem.handler(async ({ input, context }) => {
    const { id, version } = input;
    const issueId = await issueOf(context, id);
    return changeIssue(context, { id: issueId, right: 'bulletins.draft' }, async (tx, access) => {
      const item = (await findItem(tx, id)) ?? refuse('NOT_FOUND');
      requireDraft(access);
      if (item.version !== version) refuse('STALE');
      await deleteItem(tx, id);
      await placeItems(tx, issueId, access.issue.columns);
      await touchIssue(tx, issueId);
      const { personId, officePath } = access.caller;
      const made = { dispatchId: item.dispatch_id, sessionId: item.session_id };
      if (made.dispatchId !== null || made.sessionId !== null)
        await context.publish(tx, 'item-removed', { ...made, issueId, by: { personId, officePath } });
      return { action: 'bulletins.removeItem', content: input };
    });
  }),

  orderItems: os.orderItems.handler(({ input, context }) => {
    const { id, version, items } = input;
    return changeIssue(context, { id, right: 'bulletins.draft' }, async (tx, access) => {
      requireDraft(access, version);
      await placeItems(tx, id, access.issue.columns, items);
      await touchIssue(tx, id);
      return { action: 'bulletins.orderItems', content: input };
    });
  }),
};
