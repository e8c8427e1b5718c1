import { oc } from '@orpc/contract';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { id, instant, pageInput, pageOf, text } from './scalars.ts';

/** Submission (送审): a revision sent up to a superior office, which sees and decides its findings from then on. */
export const submission = z.object({
  id,
  revisionId: id,
  workTitle: z.string(),
  manuscriptTitle: z.string(),
  revisionNumber: z.number().int(),
  /** The office that works on the text. */
  from: z.object({ id, name: z.string() }),
  to: z.object({ id, name: z.string() }),
  note: z.string(),
  sentAt: instant,
  /** returned 已退回 | withdrawn 已撤回 | null while it is there. */
  endedHow: z.enum(['returned', 'withdrawn']).nullable(),
  endedAt: instant.nullable(),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));

/** Submissions (送审). */
export const submissions = {
  list: signedIn
    .route({ method: 'GET', path: '/submissions', summary: '送审：box=received 收到的，sent 送出的；新的在前' })
    .input(
      z.object({
        box: z.enum(['received', 'sent']),
        open: z.boolean().optional(),
        revisionId: id.optional(),
        workId: id.optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(submission)),
  /** Offices a revision may be sent to: those above the one that works on it, nearest first. */
  addressees: signedIn
    .route({ method: 'GET', path: '/revisions/{revisionId}/submissions/addressees', summary: '可送审的上级单位' })
    .input(z.object({ revisionId: id }))
    .output(z.array(z.object({ id, name: z.string() }))),
  send: signedIn
    .route({ method: 'POST', path: '/revisions/{revisionId}/submissions', summary: '送审' })
    .errors(refuses('NOT_READY', 'ALREADY_SENT', 'BAD_TEXT'))
    .input(z.object({ revisionId: id, officeId: id, note: text(500).default('') }))
    .output(submission),
  withdraw: signedIn
    .route({ method: 'POST', path: '/submissions/{id}/withdraw', summary: '撤回送审' })
    .errors(refuses('SUBMISSION_ENDED', 'LETTER_SIGNED'))
    .input(z.object({ id }))
    .output(submission),
  giveBack: signedIn
    .route({ method: 'POST', path: '/submissions/{id}/return', summary: '退回送审稿' })
    .errors(refuses('SUBMISSION_ENDED'))
    .input(z.object({ id }))
    .output(submission),
};
