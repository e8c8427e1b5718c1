import { oc } from '@orpc/contract';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { id, text } from './scalars.ts';

/** Contributor (供稿单位): a unit that supplied copy of a work; it needs no account. */
export const contributor = z.object({ id, name: z.string(), places: z.array(z.string()) });

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));

/** Contributions (供稿): which unit supplied what, so that what is to be verified finds its unit. */
export const contributions = {
  list: signedIn
    .route({ method: 'GET', path: '/works/{workId}/contributors', summary: '供稿单位及其供稿的篇目' })
    .input(z.object({ workId: id }))
    .output(z.array(contributor)),
  create: signedIn
    .route({ method: 'POST', path: '/works/{workId}/contributors', summary: '新增供稿单位' })
    .errors(refuses('NAME_TAKEN'))
    .input(z.object({ workId: id, name: text(80).min(1) }))
    .output(contributor),
  remove: signedIn
    .route({ method: 'DELETE', path: '/works/{workId}/contributors/{id}', summary: '删去供稿单位' })
    .errors(refuses('IN_USE'))
    .input(z.object({ workId: id, id }))
    .output(z.object({})),
  assign: signedIn
    .route({
      method: 'PUT',
      path: '/works/{workId}/assignments',
      summary: '指定某篇目的供稿单位；contributorId 为空即取消',
    })
    /** `place`: titles from the top down to the heading, joined by ' › '. */
    .input(z.object({ workId: id, place: text(1000).min(1), contributorId: id.nullable() }))
    .output(z.array(contributor)),
};
