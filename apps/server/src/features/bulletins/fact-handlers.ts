import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { FactKind, FactState } from '@xiuzhi/domain';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { recordAudit } from '../../db/record-audit.ts';
import { may, reach, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { citeIssue } from './citation.ts';
import { findFact, listFacts, lockFact, updateFact, type FactRow } from './facts.ts';
import { findReadable } from './readable.ts';

const os = implement(contract.bulletins).$context<Context>();

const maySettle = (caller: Caller, { office_path: path }: FactRow) =>
  may(caller, 'bulletins.draft', { organisationPath: path, officePath: path });

/** Characters shown before and behind a fact. */
const AROUND = 24;

/** Where a fact stands: its words, and those around them. */
function quoteOf({ body, paragraph, start_offset: start, end_offset: end }: FactRow) {
  const text = body.split('\n')[paragraph] ?? '';
  return {
    quote: text.slice(start, end),
    before: Array.from(text.slice(0, start)).slice(-AROUND).join(''),
    after: Array.from(text.slice(end)).slice(0, AROUND).join(''),
  };
}

const wireFact = (caller: Caller, row: FactRow) => ({
  id: row.id,
  itemId: row.item_id,
  issueId: row.issue_id,
  title: row.title,
  kind: row.kind as FactKind,
  name: row.name,
  detail: row.detail as Record<string, string>,
  paragraph: row.paragraph,
  start: row.start_offset,
  end: row.end_offset,
  ...quoteOf(row),
  state: row.state as FactState,
  // Who worked on an issue is told to people of the issuing office only.
  settledBy: reach(caller, 'bulletins.read').includes(row.office_path) ? row.settler : null,
  citation: citeIssue(row),
  maySettle: maySettle(caller, row),
  version: row.version,
});

/** Facts (线索) read out of items: candidates until a person has looked. */
export const factHandlers = {
  listFacts: os.listFacts.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const readable = await findReadable(context.db, caller);
    const [after] = input.cursor ? decodeCursor(input.cursor, [SHAPES.uuid]) : [];
    const { issueId, kind, name, state, limit } = input;
    const rows = await listFacts(context.db, {
      readable,
      limit: limit + 1,
      ...(issueId ? { issueId } : {}),
      ...(kind ? { kind } : {}),
      ...(name ? { name } : {}),
      ...(state ? { state } : {}),
      ...(after ? { after } : {}),
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => wireFact(caller, row)),
      next: rows.length > page.length && last ? encodeCursor([last.id]) : null,
    };
  }),

  settleFact: os.settleFact.handler(async ({ input, context, errors }) => {
    const caller = requireCaller(context);
    const { id, version, state, name, detail } = input;
    if (findClassificationMark([name, ...Object.values(detail ?? {})].join('\n')) !== null) throw errors.CLASSIFIED();
    return context.db.transaction().execute(async (tx) => {
      await lockFact(tx, id);
      const readable = await findReadable(tx, caller);
      const fact = (await findFact(tx, readable, id)) ?? refuse('NOT_FOUND');
      if (!maySettle(caller, fact)) throw errors.NOT_ALLOWED();
      if (fact.version !== version) throw errors.STALE();
      await updateFact(tx, id, {
        state,
        ...(name ? { name } : {}),
        ...(detail ? { detail } : {}),
        by: caller.personId,
      });
      await recordAudit(tx, {
        actor: { ...caller, officePath: fact.office_path },
        action: 'bulletins.settleFact',
        subject: `fact:${id}`,
        content: input,
      });
      return wireFact(caller, (await findFact(tx, readable, id))!);
    });
  }),
};
