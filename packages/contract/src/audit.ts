import { oc } from '@orpc/contract';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { instant, pageInput, pageOf } from './scalars.ts';

/** Audit entry (审计记录): who did what to which thing; ids and hashes, never text. */
export const auditEntry = z.object({
  id: z.number().int(),
  at: instant,
  /** Person's sign-in name; 系统 for the system itself. */
  actor: z.string(),
  /** e.g. `reviews.decide`. */
  action: z.string(),
  /** The action in Chinese. */
  actionTitle: z.string(),
  /** Kind and id of the thing, e.g. `revision:…`. */
  subject: z.string(),
  /** Hash of the chain at this entry, hex; null while not yet sealed. */
  seal: z.string().nullable(),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED'));

/** Audit (审计). */
export const audit = {
  list: signedIn
    .route({ method: 'GET', path: '/audit', summary: '审计记录，新的在前' })
    .input(z.object(pageInput))
    .output(pageOf(auditEntry)),
  verify: signedIn.route({ method: 'POST', path: '/audit/verify', summary: '校验审计链' }).output(
    z.object({
      entries: z.number().int(),
      sealed: z.number().int(),
      intact: z.boolean(),
      /** First entry at which the chain does not hold. */
      brokenAt: z.number().int().nullable(),
    }),
  ),
};
