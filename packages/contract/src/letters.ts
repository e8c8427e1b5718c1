import { oc } from '@orpc/contract';
import { ANSWERS, CERTAINTIES, LETTER_KINDS, LETTER_STATES } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

const office = z.object({ id, name: z.string() });

/** Line (意见条目) of a letter: one opinion or one thing to verify, at one place or several. */
export const letterLine = z.object({
  id,
  number: z.number().int(),
  /** Positions (`seq`) of its findings in the letter's revision; empty for an opinion without a finding. */
  findings: z.array(z.number().int()),
  /** Titles down to the passage, joined by ' › '. */
  place: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  block: z.number().int(),
  quote: z.string(),
  wording: z.string(),
  suggestion: z.string().nullable(),
  /** The citation as people write it; null without one. */
  basis: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  leftOut: z.boolean(),
  answer: z.enum(ANSWERS).nullable(),
  answerNote: z.string().nullable(),
  answeredVia: z.enum(['screen', 'word']).nullable(),
  answeredAt: instant.nullable(),
  version: z.number().int(),
});

/** Reply (回函): a Word file that came back, with what of it could not be matched. */
export const reply = z.object({
  id,
  fileName: z.string(),
  receivedAt: instant,
  /** Null where it came without signing in, or for people of another office. */
  receivedBy: z.string().nullable(),
  matched: z.number().int(),
  unmatched: z.array(z.object({ text: z.string() })),
});

/** Letter (文书) without its lines: an opinion letter (审查意见) or a verification slip (核实单). */
export const letter = z.object({
  id,
  kind: z.enum(LETTER_KINDS),
  state: z.enum(LETTER_STATES),
  number: z.string().nullable(),
  round: z.number().int(),
  workId: id,
  workTitle: z.string(),
  revisionId: id,
  manuscriptTitle: z.string(),
  revisionNumber: z.number().int(),
  /** Issuing office. */
  office,
  /** The office that works on the text. */
  reviewed: office,
  contributorId: id.nullable(),
  addressee: z.string(),
  lines: z.number().int(),
  answered: z.number().int(),
  workingDays: z.number().int(),
  dueOn: day.nullable(),
  createdAt: instant,
  signedAt: instant.nullable(),
  /** When the answers were declared complete. */
  answeredAt: instant.nullable(),
  version: z.number().int(),
});

/** What the caller may do with a letter, so that the page shows no button that would be refused. */
const allowed = z.object({ edit: z.boolean(), sign: z.boolean(), withdraw: z.boolean(), answer: z.boolean() });

const letterInFull = letter.extend({
  preamble: z.string(),
  closing: z.string(),
  contact: z.string().nullable(),
  /** Who signed; named to the issuing office only. */
  signedBy: z.string().nullable(),
  letterLines: z.array(letterLine),
  replies: z.array(reply),
  /** Political and secrecy findings that must be looked at one by one before it can be signed. */
  unseen: z.number().int(),
  allowed,
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const changed = signedIn.errors(refuses('STALE', 'NOT_A_DRAFT', 'BAD_TEXT'));

/** The plain routes of letters. */
export const LETTER_ROUTES = {
  /** GET the letter as .docx, in which it can be answered. */
  letter: '/api/letters/{id}/letter.docx',
  /** GET 审改意见登记表. */
  registerDocx: '/api/letters/{id}/register.docx',
  registerXlsx: '/api/letters/{id}/register.xlsx',
  /** GET letter and register typeset: to print and to file, not to fill in. */
  letterPdf: '/api/letters/{id}/letter.pdf',
  registerPdf: '/api/letters/{id}/register.pdf',
  /** POST multipart, field `file`: an answered letter, matched by its hidden id. Needs no sign-in. → `replyReceipt`. */
  reply: '/api/replies',
  /** GET the file of a reply as it came. */
  replyFile: '/api/replies/{id}/original',
} as const;

/** What whoever sends an answered letter in is told. */
export const replyReceipt = z.object({
  letterId: id.nullable(),
  title: z.string(),
  matched: z.number().int(),
  unmatched: z.number().int(),
  /** Lines of the letter that still have no answer. */
  missing: z.number().int(),
  /** True where this very file had been taken in before (此回函已收到). */
  again: z.boolean(),
});

/** Letters (文书): what goes out of a review, and the answers that come back. */
export const letters = {
  list: signedIn
    .route({ method: 'GET', path: '/letters', summary: '文书：本单位发出的和收到的，新的在前' })
    .input(
      z.object({
        revisionId: id.optional(),
        workId: id.optional(),
        box: z.enum(['issued', 'received']).optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(letter)),
  get: signedIn
    .route({ method: 'GET', path: '/letters/{id}', summary: '文书' })
    .input(z.object({ id }))
    .output(letterInFull),
  draft: signedIn
    .route({
      method: 'POST',
      path: '/revisions/{revisionId}/letters',
      summary: '按处理结果拟稿；已有草稿则补入新的、撤下已改主意的',
    })
    .errors(refuses('NOT_READY', 'NO_LINES'))
    .input(z.object({ revisionId: id, kind: z.enum(LETTER_KINDS) }))
    /** The drafts of that kind: one opinion letter, or one slip a unit. */
    .output(z.array(letter)),
  update: changed
    .route({ method: 'PATCH', path: '/letters/{id}', summary: '修改文书草稿' })
    .input(
      z.object({
        id,
        version: ordinal,
        addressee: text(120).optional(),
        number: text(60).nullable().optional(),
        preamble: text(2000).optional(),
        closing: text(2000).optional(),
        contact: text(200).nullable().optional(),
        workingDays: z.number().int().min(1).max(250).optional(),
      }),
    )
    .output(letterInFull),
  updateLine: changed
    .route({ method: 'PATCH', path: '/letters/{id}/lines/{lineId}', summary: '修改草稿中的一条' })
    .errors(refuses('WORDING_REQUIRED'))
    .input(
      z.object({
        id,
        lineId: id,
        version: ordinal,
        wording: text(2000).optional(),
        certainty: z.enum(CERTAINTIES).optional(),
        leftOut: z.boolean().optional(),
      }),
    )
    .output(letterInFull),
  discard: changed
    .route({ method: 'DELETE', path: '/letters/{id}', summary: '删去草稿' })
    .input(z.object({ id, version: ordinal }))
    .output(z.object({})),
  sign: changed
    .route({ method: 'POST', path: '/letters/{id}/sign', summary: '签发' })
    .errors(refuses('NO_LINES', 'NO_ADDRESSEE', 'LOOK_FIRST'))
    .input(z.object({ id, version: ordinal }))
    .output(letterInFull),
  withdraw: signedIn
    .route({ method: 'POST', path: '/letters/{id}/withdraw', summary: '撤回已签发的文书' })
    .errors(refuses('STALE', 'NOT_SIGNED'))
    .input(z.object({ id, version: ordinal }))
    .output(letterInFull),
  answer: signedIn
    .route({ method: 'POST', path: '/letters/{id}/lines/{lineId}/answer', summary: '答复一条；answer 为空即撤回答复' })
    .errors(refuses('STALE', 'NOT_SIGNED', 'REASON_REQUIRED', 'BAD_TEXT'))
    .input(
      z.object({ id, lineId: id, version: ordinal, answer: z.enum(ANSWERS).nullable(), note: text(2000).default('') }),
    )
    .output(letterLine),
  complete: signedIn
    .route({ method: 'POST', path: '/letters/{id}/complete', summary: '答复完毕' })
    .errors(refuses('STALE', 'NOT_SIGNED', 'ANSWERS_MISSING'))
    .input(z.object({ id, version: ordinal }))
    .output(letterInFull),
};
