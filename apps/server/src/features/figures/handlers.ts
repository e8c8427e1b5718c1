import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { Action } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import {
  countFigures,
  deleteVerdict,
  listFigures,
  listGroup,
  listGroups,
  listVerdicts,
  pickFigures,
  saveVerdict,
} from './store.ts';

const os = implement(contract.figures).$context<Context>();
const MOST_OF_GROUP = 500;
const WORDS = { test: () => true };

/** The caller, entering the ledger of a revision. */
export async function enterLedger(context: Context, id: string, action: Action): Promise<Caller> {
  const signedIn = requireCaller(context);
  const territory = await findTerritory(context.db, 'revision', id);
  if (!territory) refuse('NOT_FOUND');
  return requireMay(signedIn, action, territory, 'figures.read');
}

async function enterWork(context: Context, workId: string, action: Action): Promise<Caller> {
  const signedIn = requireCaller(context);
  const territory = await findTerritory(context.db, 'work', workId);
  if (!territory) refuse('NOT_FOUND');
  return requireMay(signedIn, action, territory, 'figures.read');
}

const officesOf = (caller: Caller) => caller.standings.map((standing) => standing.officePath);

/** Figures (数据台账): list, groups, and what editors judged of them. `findWork` is given by the manuscripts feature. */
export const figuresHandlers = (findWork: (db: Context['db'], revisionId: string) => Promise<string | undefined>) => ({
  list: os.list.handler(async ({ input, context }) => {
    await enterLedger(context, input.id, 'figures.read');
    const { sort, descending, limit } = input;
    const after = input.cursor ? Number(decodeCursor(input.cursor, [SEQ])[0]) : null;
    const rows = await listFigures(context.db, input.id, input, { sort, descending, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? encodeCursor([items.at(-1)!.seq]) : null };
  }),

  facets: os.facets.handler(async ({ input, context }) => {
    await enterLedger(context, input.id, 'figures.read');
    return countFigures(context.db, input.id, input);
  }),

  groups: os.groups.handler(async ({ input, context }) => {
    await enterLedger(context, input.id, 'figures.read');
    const after = input.cursor ? (decodeCursor(input.cursor, [WORDS, WORDS, WORDS]) as [string, string, string]) : null;
    const rows = await listGroups(context.db, input.id, input, { after, limit: input.limit + 1 });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > items.length && last ? encodeCursor([last.indicator, last.subject, last.unit]) : null,
    };
  }),

  group: os.group.handler(async ({ input, context }) => {
    const caller = await enterLedger(context, input.id, 'figures.read');
    const rows = await listGroup(context.db, input.id, input, MOST_OF_GROUP + 1);
    const figures = rows.slice(0, MOST_OF_GROUP);
    const workId = await findWork(context.db, input.id);
    if (!workId) refuse('NOT_FOUND');
    const keys = [...new Set(figures.map(({ key }) => key))];
    const verdicts = await listVerdicts(context.db, workId, { keys, limit: MOST_OF_GROUP }, officesOf(caller));
    return { figures, capped: rows.length > figures.length, verdicts: verdicts.map(({ shown }) => shown) };
  }),

  verdicts: os.verdicts.handler(async ({ input, context }) => {
    const caller = await enterWork(context, input.workId, 'figures.read');
    const [after] = input.cursor ? decodeCursor(input.cursor, [SHAPES.number]).map(Number) : [];
    const rows = await listVerdicts(
      context.db,
      input.workId,
      { limit: input.limit + 1, ...(after === undefined ? {} : { after }) },
      officesOf(caller),
    );
    const page = rows.slice(0, input.limit);
    return {
      items: page.map(({ shown }) => shown),
      next: rows.length > page.length ? encodeCursor([page.at(-1)!.position]) : null,
    };
  }),

  mark: os.mark.handler(async ({ input, context, errors }) => {
    const caller = await enterLedger(context, input.id, 'figures.mark');
    const workId = await findWork(context.db, input.id);
    if (!workId) refuse('NOT_FOUND');
    return context.db.transaction().execute(async (tx) => {
      const [one, other] = input.figures;
      const keys = await pickFigures(tx, input.id, [one.seq, other.seq]);
      // Reviewed again since: the numbers mean other figures now.
      if (keys.get(one.seq) !== one.key || keys.get(other.seq) !== other.key) throw errors.STALE();
      if (one.key === other.key) throw errors.SAME_FIGURE();
      const id = await saveVerdict(tx, workId, [one.key, other.key], input.verdict, caller.personId);
      await recordAudit(tx, { actor: caller, action: 'figures.mark', subject: `figure-verdict:${id}`, content: input });
      const [verdict] = await listVerdicts(tx, workId, { id, limit: 1 }, officesOf(caller));
      return verdict!.shown;
    });
  }),

  unmark: os.unmark.handler(async ({ input, context }) => {
    const caller = await enterWork(context, input.workId, 'figures.mark');
    await context.db.transaction().execute(async (tx) => {
      // What somebody else has taken back already is as it should be.
      if (!(await deleteVerdict(tx, input.workId, input.verdictId))) return;
      const subject = `figure-verdict:${input.verdictId}`;
      await recordAudit(tx, { actor: caller, action: 'figures.unmark', subject });
    });
    return {};
  }),
});

const SEQ = /^\d{1,9}$/;
