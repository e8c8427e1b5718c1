import { oc } from '@orpc/contract';
import { PRESETS } from '@xiuzhi/domain';
import { z } from 'zod';

import { organisation } from './accounts.ts';
import { refuses } from './refusals.ts';
import { id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

/** Work (志鉴项目): a gazetteer, a yearbook or a bulletin that an office compiles. */
export const work = z.object({
  id,
  title: z.string(),
  kind: z.enum(PRESETS),
  /** Recorded year (记述年份) of a yearbook; null otherwise. */
  recordedYear: z.number().int().nullable(),
  organisation: organisation.pick({ id: true, name: true }),
  manuscripts: z.number().int(),
  /** The latest revision that is ready and that the caller may read, for one click into the text. */
  latestRevisionId: id.nullable(),
  createdAt: instant,
  version: z.number().int(),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const title = text(120).min(1);
const recordedYear = z.number().int().min(1000).max(2999).nullable();

/** Works (志鉴项目). */
export const works = {
  list: signedIn
    .route({ method: 'GET', path: '/works', summary: '志鉴项目' })
    .input(z.object({ search: text(60).optional(), ...pageInput }))
    .output(pageOf(work)),
  get: signedIn.route({ method: 'GET', path: '/works/{id}', summary: '项目' }).input(z.object({ id })).output(work),
  create: signedIn
    .route({ method: 'POST', path: '/works', summary: '新建项目' })
    .input(z.object({ title, kind: z.enum(PRESETS), recordedYear: recordedYear.default(null), organisationId: id }))
    .output(work),
  update: signedIn
    .route({ method: 'PATCH', path: '/works/{id}', summary: '修改项目' })
    .errors(refuses('STALE'))
    .input(z.object({ id, version: ordinal, title: title.optional(), recordedYear: recordedYear.optional() }))
    .output(work),
};
