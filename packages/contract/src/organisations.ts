import { oc } from '@orpc/contract';
import { ORGANISATION_KINDS } from '@xiuzhi/domain';
import { z } from 'zod';

import { organisation } from './accounts.ts';
import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, text } from './scalars.ts';

/** Dated name (曾用名) of an organisation; `since` null from the beginning, `until` null for the name of today. */
const organisationName = z.object({
  name: z.string(),
  since: day.nullable(),
  until: day.nullable(),
  recordedAt: instant,
});

const place = organisation.pick({ id: true, name: true, kind: true });

/** One organisation in full (机构详情): names over time, where it hangs, how much hangs at it. */
const detail = organisation.extend({
  version: z.number().int(),
  /** From the highest down to its parent. */
  ancestors: z.array(place),
  /** Newest first. */
  names: z.array(organisationName),
  /** Where it was merged into. */
  successor: place.nullable(),
  /** What a move takes along: organisations below it, posts of today in all of them, works; null unless `may.change`. */
  holds: z.object({ organisations: z.number().int(), posts: z.number().int(), works: z.number().int() }).nullable(),
  /** Whether the caller may rename it and set up units below it; and whether also move or merge it. */
  may: z.object({ change: z.boolean(), move: z.boolean() }),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_FOUND'));
const managed = signedIn.errors(refuses('NOT_ALLOWED', 'ORGANISATION_ENDED'));
const name = text(60).min(2);

/** Organisations (机构): their names, their place in the tree, mergers. */
export const organisations = {
  get: signedIn
    .route({ method: 'GET', path: '/organisations/{id}', summary: '机构详情' })
    .input(z.object({ id }))
    .output(detail),
  create: managed
    .route({ method: 'POST', path: '/organisations', summary: '新增机构' })
    .errors(refuses('WRONG_PLACE', 'CODE_TAKEN', 'ORGANISATION_NAME_TAKEN'))
    .input(
      z
        .object({
          parentId: id,
          kind: z.enum(ORGANISATION_KINDS),
          name,
          /** Of offices only. */
          regionCode: z
            .string()
            .regex(/^\d{6}$/, '行政区划代码为六位数字')
            .nullable()
            .default(null),
        })
        .refine(
          ({ kind, regionCode }) => kind === 'office' || regionCode === null,
          '只有地方志工作机构才有行政区划代码',
        ),
    )
    .output(detail),
  rename: managed
    .route({ method: 'POST', path: '/organisations/{id}/rename', summary: '机构改名' })
    .errors(refuses('STALE', 'BAD_DAY', 'ORGANISATION_NAME_TAKEN'))
    /** `since`: first day of the name; the day a name already begins with corrects that name, null the earliest one. */
    .input(z.object({ id, version: ordinal, name, since: day.nullable() }))
    .output(detail),
  move: managed
    .route({ method: 'POST', path: '/organisations/{id}/move', summary: '移动机构' })
    .errors(refuses('STALE', 'WRONG_PLACE', 'BELOW_ITSELF'))
    .input(z.object({ id, version: ordinal, parentId: id }))
    .output(detail),
  merge: managed
    .route({ method: 'POST', path: '/organisations/{id}/merge', summary: '合并机构' })
    .errors(refuses('STALE', 'WRONG_PLACE', 'BELOW_ITSELF', 'NOT_ALIKE', 'OTHER_OFFICE', 'BAD_DAY'))
    /** `on`: first day of the merged organisation. */
    .input(z.object({ id, version: ordinal, intoId: id, on: day }))
    .output(detail),
};
