import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { requireMay, type Context } from '../../http/context.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { lockPlaces, requireManaged, requireMayGrant } from './person-scope.ts';
import { refuseBadDay } from './refuse-bad-day.ts';
import { requireManager } from './require-session.ts';
import { endPost, findHeldPost, findPost, insertPost, loadPerson, spanOnHandOver } from './store.ts';

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

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
      const actor = requireMay(caller, 'accounts.manage', territory, 'accounts.manage');
      requireMayGrant(caller, post.role, territory);
      // A second click gives nothing more.
      if (await findHeldPost(tx, { personId: id, ...post })) return (await loadPerson(tx, id))!;
      const postId = await insertPost(tx, { personId: id, ...post });
      const person = (await loadPerson(tx, id))!;
      const assigned = person.posts.find((one) => one.id === postId)!;
      await recordAudit(tx, {
        actor,
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
      const post = await findPost(tx, postId);
      if (!post) throw errors.NOT_FOUND();
      const actor = requireMay(caller, 'accounts.manage', post, 'accounts.manage');
      await lockPlaces(tx, post.personId);
      await keepAdministrator(tx, { postId });
      if (await endPost(tx, postId, until))
        await recordAudit(tx, { actor, action: 'accounts.endPost', subject: `post:${postId}`, content: until });
      return (await loadPerson(tx, post.personId))!;
    };
    return context.db.transaction().execute(end).catch(refuseBadDay);
  }),

  handOverPost: os.handOverPost.handler(async ({ input, context, errors }) => {
    const caller = requireManager(context);
    const { postId, toPersonId } = input;
    const handOver = async (tx: Tx) => {
      const post = await findPost(tx, postId);
      if (!post) throw errors.NOT_FOUND();
      const actor = requireMay(caller, 'accounts.manage', post, 'accounts.manage');
      requireMayGrant(caller, post.role, post);
      // In the order of the ids: two hand-overs that cross do not wait for each other.
      for (const id of [post.personId, toPersonId].sort()) {
        const places = await lockPlaces(tx, id);
        if (id === toPersonId) requireManaged(caller, places, 'partly');
      }
      const { on, since, until } = await spanOnHandOver(tx, postId, input.on);
      if (until !== null && until < on) throw errors.POST_ENDED();
      if (post.personId === toPersonId) throw errors.NOT_FOUND();
      const taken = {
        personId: toPersonId,
        organisationId: post.organisationId,
        role: post.role,
        title: post.title,
        since: on,
        until,
      };
      const toPostId = await insertPost(tx, taken);
      await keepAdministrator(tx, { postId });
      await endPost(tx, postId, dayBefore(on));
      await context.publish(tx, 'post-handed-over', { fromPostId: postId, toPostId });
      await recordAudit(tx, {
        actor,
        action: 'accounts.handOverPost',
        subject: `post:${postId}`,
        content: { toPostId, toPersonId, on, since },
      });
      return { from: (await loadPerson(tx, post.personId))!, to: (await loadPerson(tx, toPersonId))! };
    };
    return context.db.transaction().execute(handOver).catch(refuseBadDay);
  }),
};
