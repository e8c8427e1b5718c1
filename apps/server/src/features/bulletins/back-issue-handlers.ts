import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { requireSeries } from './bulletin-access.ts';
import { findFile, listFiles, lockFile, markDropped, markKept, markWaiting, type BackIssueRow } from './back-issues.ts';
import { keepIssue } from './keep-issue.ts';
import type { ReadHead, ReadItem, ReadProblem } from './read-back-issue.ts';
import { lockSeries } from './series.ts';
import { loadItems, type ItemRow } from './store-items.ts';
import { deleteBackIssue } from './store.ts';

const os = implement(contract.bulletins).$context<Context>();

/** A file of a back issue as it goes over the wire. */
export function wireBackIssue(row: BackIssueRow) {
  const { supplement, year, number, total, issuedOn, itemCount } = row.head;
  return {
    id: row.id,
    seriesId: row.series_id,
    fileName: row.file_name,
    state: row.state,
    supplement,
    year,
    number,
    total,
    issuedOn,
    items: itemCount,
    problems: row.problems,
    issueId: row.issue_id,
    importedAt: row.imported_at.toISOString(),
  };
}

/** Back issues (往期): files that wait for a person, kept as issues or not. */
export const backIssueHandlers = {
  listBackIssues: os.listBackIssues.handler(async ({ input, context }) => {
    await requireSeries(context.db, requireCaller(context), input.id, 'bulletins.import');
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const { rows, counts } = await listFiles(context.db, {
      seriesId: input.id,
      limit: input.limit + 1,
      ...(input.state ? { state: input.state } : {}),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(wireBackIssue),
      next: rows.length > page.length && last ? encodeCursor([last.imported, last.id]) : null,
      counts,
    };
  }),

  getBackIssue: os.getBackIssue.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const file = (await findFile(context.db, input.id)) ?? refuse('NOT_FOUND');
    await requireSeries(context.db, caller, file.series_id, 'bulletins.import');
    const { itemCount: _, ...head } = file.head;
    return { ...wireBackIssue(file), read: { ...head, items: file.items }, text: file.body };
  }),

  keepBackIssue: os.keepBackIssue.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const { items, ...head } = input.read;
    if (findClassificationMark(textOf(head, items)) !== null) throw errors.CLASSIFIED();
    return context.db.transaction().execute(async (tx) => {
      const { series_id: seriesId } = (await findFile(tx, input.id)) ?? refuse('NOT_FOUND');
      const { caller, series } = await requireSeries(tx, signedIn, seriesId, 'bulletins.import');
      await lockSeries(tx, seriesId);
      const file = (await lockFile(tx, input.id))!;
      if (file.state === 'kept') throw errors.STALE();
      const isNamed = head.issuedOn !== null || (head.year !== null && head.number !== null);
      if (!isNamed || items.length === 0 || items.some(({ title }) => title === '')) throw errors.PROBLEM_OPEN();
      const numbered = head.number !== null && head.year === null ? yearOf(head) : head;
      const original = { name: file.file_name, sha256: file.sha256 };
      const issueId = await keepIssue(tx, caller, { series, head: numbered, items, original });
      if (!issueId) throw errors.NUMBER_TAKEN();
      await markKept(tx, file.id, issueId, numbered);
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.resolveImport',
        subject: `back-issue:${file.id}`,
        content: { issueId, read: input.read },
      });
      return wireBackIssue((await findFile(tx, file.id))!);
    });
  }),

  dropBackIssue: os.dropBackIssue.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const file = (await lockFile(tx, input.id)) ?? refuse('NOT_FOUND');
      const { caller } = await requireSeries(tx, signedIn, file.series_id, 'bulletins.import');
      if (file.state === 'kept') throw errors.STALE();
      await markDropped(tx, file.id);
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.resolveImport',
        subject: `back-issue:${file.id}`,
        content: 'dropped',
      });
      return wireBackIssue({ ...file, state: 'dropped' });
    });
  }),

  reopenBackIssue: os.reopenBackIssue.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const { series_id: seriesId } = (await findFile(tx, input.id)) ?? refuse('NOT_FOUND');
      const { caller } = await requireSeries(tx, signedIn, seriesId, 'bulletins.import');
      await lockSeries(tx, seriesId);
      const { id, state, issue_id: issueId } = (await lockFile(tx, input.id))!;
      if (state !== 'kept' || issueId === null) throw errors.STALE();
      const items = (await loadItems(tx, issueId)).map(readItemOf);
      if (!(await deleteBackIssue(tx, issueId))) throw errors.PUBLISHED();
      await markWaiting(tx, id, { items, problems: [REOPENED] });
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.resolveImport',
        subject: `back-issue:${id}`,
        content: { reopened: issueId },
      });
      return wireBackIssue((await findFile(tx, id))!);
    });
  }),
};

const REOPENED: ReadProblem = {
  code: 'reopened',
  severity: 'ask',
  message: '已入库的一期退回核对，请对照原件改正后再入库。',
};

const readItemOf = ({ column_name: column, title, subtitle, body, source }: ItemRow): ReadItem => ({
  column,
  title,
  subtitle,
  body,
  source,
});

/** A number belongs to a year: that of the day where none is given. */
function yearOf(head: ReadHead): ReadHead {
  return { ...head, year: Number(head.issuedOn!.slice(0, 4)) };
}

function textOf({ series, issuer, printedBy, recipients }: ReadHead, items: readonly ReadItem[]): string {
  const lists = [recipients.up, recipients.across, recipients.down].flat();
  const words = items.flatMap(({ column, title, subtitle, body, source }) => [column, title, subtitle, body, source]);
  return [series, issuer, printedBy, ...lists, ...words].join('\n');
}
