import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, reach, refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import {
  assignPlace,
  deleteContributor,
  insertContributor,
  isInUse,
  loadContributors,
  lockContributor,
} from './store.ts';

const os = implement(contract.contributions).$context<Context>();

async function enter(context: Context, workId: string) {
  const caller = requireCaller(context);
  const territory = await findTerritory(context.db, 'work', workId);
  if (!territory) refuse('NOT_FOUND');
  return requireMay(caller, 'contributions.manage', territory, 'works.read');
}

/** Contributions (供稿): the units of a work, and which of them supplied what. */
export const contributionsHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const territory = await findTerritory(context.db, 'work', input.workId);
    if (!territory || !may(caller, 'works.read', territory)) refuse('NOT_FOUND');
    return loadContributors(context.db, input.workId, reach(caller, 'manuscripts.read'));
  }),

  create: os.create.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.workId);
    return context.db.transaction().execute(async (tx) => {
      const created = await insertContributor(tx, input.workId, input.name);
      if (!created) throw errors.NAME_TAKEN({ message: '该供稿单位已在名单中，不必重复新增。' });
      await recordAudit(tx, {
        actor: caller,
        action: 'contributions.create',
        subject: `contributor:${created.id}`,
        content: input,
      });
      return { ...created, places: [] };
    });
  }),

  remove: os.remove.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.workId);
    return context.db.transaction().execute(async (tx) => {
      if (!(await lockContributor(tx, input.workId, input.id))) throw errors.NOT_FOUND();
      if (await isInUse(tx, input.id)) throw errors.IN_USE();
      await deleteContributor(tx, input.id);
      await recordAudit(tx, { actor: caller, action: 'contributions.remove', subject: `contributor:${input.id}` });
      return {};
    });
  }),

  assign: os.assign.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.workId);
    return context.db.transaction().execute(async (tx) => {
      const { workId, contributorId } = input;
      if (contributorId && !(await lockContributor(tx, workId, contributorId))) throw errors.NOT_FOUND();
      await assignPlace(tx, workId, input.place, contributorId);
      await recordAudit(tx, {
        actor: caller,
        action: 'contributions.assign',
        subject: `work:${workId}`,
        content: input,
      });
      return loadContributors(tx, workId, reach(caller, 'manuscripts.read'));
    });
  }),
};
