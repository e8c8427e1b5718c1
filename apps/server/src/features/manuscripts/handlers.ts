import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { Action } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import {
  findRevision,
  isSentUp,
  listRevisions,
  loadBlocks,
  loadOutline,
  loadReport,
  removeRevision,
  searchBlocks,
} from './store.ts';

const os = implement(contract.manuscripts).$context<Context>();
const MOST_HITS = 500;

/** The caller, allowed to do `action` on the revision, which is ready where `ready` asks so. */
async function enter(context: Context, id: string, action: Action, ready: boolean) {
  const caller = requireCaller(context);
  const territory = await findTerritory(context.db, 'revision', id);
  if (!territory) refuse('NOT_FOUND');
  const acting = requireMay(caller, action, territory, 'manuscripts.read');
  if (ready && (await findRevision(context.db, id))?.state !== 'ready') refuse('NOT_READY');
  return acting;
}

/** Paths of the offices that the caller holds a post in: their decisions are counted as own. */
const officesOf = (caller: Caller) => caller.standings.map((standing) => standing.officePath);

/** Manuscripts (书稿): list, outline, text, search, removal. Files travel on the plain routes of file-routes.ts. */
export const manuscriptsHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const territory = await findTerritory(context.db, 'work', input.workId);
    if (!territory) refuse('NOT_FOUND');
    requireMay(caller, 'manuscripts.read', territory, 'works.read');
    return listRevisions(context.db, { workId: input.workId }, officesOf(caller));
  }),

  get: os.get.handler(async ({ input, context }) => {
    const caller = await enter(context, input.id, 'manuscripts.read', false);
    const [revision] = await listRevisions(context.db, { id: input.id }, officesOf(caller));
    return revision ?? refuse('NOT_FOUND');
  }),

  outline: os.outline.handler(async ({ input, context }) => {
    await enter(context, input.id, 'manuscripts.read', true);
    return loadOutline(context.db, input.id);
  }),

  blocks: os.blocks.handler(async ({ input, context }) => {
    await enter(context, input.id, 'manuscripts.read', true);
    return loadBlocks(context.db, input.id, input.from, input.limit);
  }),

  report: os.report.handler(async ({ input, context }) => {
    await enter(context, input.id, 'manuscripts.read', true);
    return loadReport(context.db, input.id);
  }),

  search: os.search.handler(async ({ input, context }) => {
    await enter(context, input.id, 'manuscripts.read', true);
    return searchBlocks(context.db, input.id, input.query, MOST_HITS);
  }),

  remove: os.remove.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.id, 'manuscripts.remove', false);
    await context.db.transaction().execute(async (tx) => {
      if (!(await removeRevision(tx, input.id))) refuse('NOT_FOUND');
      // Not from under whoever reads it, and may be signing a letter on it.
      if (await isSentUp(tx, input.id))
        throw errors.SENT_UP({ message: '此稿已送上级审查，请撤回送审或等退回之后再移除。' });
      await recordAudit(tx, { actor: caller, action: 'manuscripts.remove', subject: `revision:${input.id}` });
    });
    return {};
  }),
};
