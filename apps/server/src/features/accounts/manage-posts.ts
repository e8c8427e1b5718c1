import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { requireMay, type Context } from '../../http/context.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { lockPlaces, requireManaged } from './person-scope.ts';
import { refuseBadDay } from './refuse-bad-day.ts';
import { requireManager } from './require-session.ts';
import { endPost, holdsPost, insertPost, loadPerson } from './store.ts';

const os = implement(contract.accounts).$context<Context>();

/** Posts (岗位): given and ended by whoever manages the organisation of the post. */
export const postHandlers = {
  assignPost: os.assignPost.handler(async ({ input, context, errors }) => {
    const caller = requireManager(context);
    const { id, ...post } = input;
    const assign = async (tx: Tx) => {
      requireManaged(caller, await lockPlaces(tx, id), 'partly');
      const territory = await findTerritory(tx, 'organisation', post.organisationId);
      if (!territory) throw errors.NOT_FOUND();
      requireMay(caller, 'accounts.manage', territory, 'accounts.manage');
      // A second click gives nothing more.
      if (await holdsPost(tx, { personId: id, ...post })) return (await loadPerson(tx, id))!;
      const postId = await insertPost(tx, { personId: id, ...post });
      const person = (await loadPerson(tx, id))!;
      const assigned = person.posts.find((one) => one.id === postId)!;
      await recordAudit(tx, {
        actor: caller,
        action: 'accounts.assignPost',
        subject: `person:${id}`,
        content: assigned,
      });
      return person;
    };
    return context.db.transaction().execute(assign).catch(refuseBadDay);
  }),

  endPost: os.endPost.handler(async ({ input, context, errors }) => {
    const caller = requireManager(context);
    const { postId, until } = input;
    const end = async (tx: Tx) => {
      const post = await tx
        .selectFrom('post')
        .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
        .select(['post.person_id', 'organisation.path as organisationPath', 'organisation.office_path as officePath'])
        .where('post.id', '=', postId)
        .executeTakeFirst();
      if (!post) throw errors.NOT_FOUND();
      requireMay(caller, 'accounts.manage', post, 'accounts.manage');
      await lockPlaces(tx, post.person_id);
      await keepAdministrator(tx, { postId });
      if (await endPost(tx, postId, until))
        await recordAudit(tx, { actor: caller, action: 'accounts.endPost', subject: `post:${postId}`, content: until });
      return (await loadPerson(tx, post.person_id))!;
    };
    return context.db.transaction().execute(end).catch(refuseBadDay);
  }),
};
