import { oc } from '@orpc/contract';
import { ANSWERS, CERTAINTIES, CHECK_SOURCES, VERDICTS } from '@xiuzhi/domain';
import { z } from 'zod';

import { block } from './manuscripts.ts';
import { refuses } from './refusals.ts';
import { id, instant, ordinal, text } from './scalars.ts';

const verdict = z.enum(VERDICTS);

/** Line of a rectification check (核对条目): what was asked, what was answered, what the texts say. */
export const checkLine = z.object({
  number: z.number().int(),
  source: z.enum(CHECK_SOURCES),
  /** Positions of its findings in the old revision; empty for an opinion without a finding. */
  findings: z.array(z.number().int()),
  place: z.string(),
  quote: z.string(),
  wording: z.string(),
  suggestion: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  answer: z.enum(ANSWERS).nullable(),
  answerNote: z.string().nullable(),
  /** What the machine says. */
  verdict,
  places: z.number().int(),
  placesDone: z.number().int(),
  before: z.object({ text: z.string(), start: z.number().int(), end: z.number().int() }),
  /** Null where the passage is gone. */
  after: z.object({ text: z.string(), start: z.number().int(), end: z.number().int() }).nullable(),
  /** The reviewer's own verdict, which stands. */
  overruled: verdict.nullable(),
  note: z.string(),
  overruledBy: z.string().nullable(),
  version: z.number().int(),
});

const counts = z.record(verdict, z.number().int());

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const made = signedIn.errors(refuses('NOT_READY'));

/** The plain routes of checks: 整改核对表. */
export const CHECK_ROUTES = {
  docx: '/api/revisions/{id}/check.docx',
  xlsx: '/api/revisions/{id}/check.xlsx',
} as const;

/** Checks (整改核对): a new revision compared with the last, a draft for a person. */
export const checks = {
  get: signedIn
    .route({ method: 'GET', path: '/revisions/{id}/check', summary: '整改核对' })
    .input(z.object({ id }))
    .output(
      z.object({
        revisionId: id,
        number: z.number().int(),
        title: z.string(),
        workId: id,
        against: z.object({ revisionId: id, number: z.number().int() }),
        /** running 核对中 | ready | failed 未能核对. */
        state: z.enum(['running', 'ready', 'failed']),
        madeAt: instant.nullable(),
        milliseconds: z.number().int().nullable(),
        /** By the verdict that stands; uncertain opinions are counted apart. */
        counts,
        uncertain: z.number().int(),
        lines: z.number().int(),
        overruled: z.number().int(),
        /** Findings of the new revision that the old one did not have. */
        newFindings: z.number().int(),
        /** How many rows of the side-by-side view there are. */
        rows: z.number().int(),
        allowed: z.object({ overrule: z.boolean(), run: z.boolean() }),
      }),
    ),
  lines: made
    .route({ method: 'GET', path: '/revisions/{id}/check/lines', summary: '整改核对条目，按序号取一段' })
    .input(
      z.object({
        id,
        from: ordinal,
        limit: z.number().int().min(1).max(200).default(100),
        verdict: verdict.optional(),
      }),
    )
    /** `from` counts lines (numbers start at 1): those with a number greater than it. */
    .output(z.array(checkLine)),
  rows: made
    .route({ method: 'GET', path: '/revisions/{id}/check/rows', summary: '新旧稿对照，按行取一段' })
    .input(
      z.object({
        id,
        from: ordinal,
        limit: z.number().int().min(1).max(200).default(60),
        changedOnly: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            row: z.number().int(),
            kind: z.enum(['same', 'edited', 'split', 'merged', 'added', 'removed']),
            moved: z.boolean(),
            before: z.array(block),
            after: z.array(block),
          }),
        ),
        /** Row to go on from, null at the end. */
        next: z.number().int().nullable(),
      }),
    ),
  overrule: made
    .route({
      method: 'POST',
      path: '/revisions/{id}/check/lines/{number}',
      summary: '改判一条；verdict 为空即恢复机器结果',
    })
    .errors(refuses('STALE', 'BAD_TEXT'))
    .input(
      z.object({ id, number: ordinal, version: ordinal, verdict: verdict.nullable(), note: text(1000).default('') }),
    )
    .output(checkLine),
  run: signedIn
    .route({ method: 'POST', path: '/revisions/{id}/check', summary: '重新核对' })
    .errors(refuses('NOT_READY', 'NOTHING_BEFORE'))
    .input(z.object({ id }))
    .output(z.object({})),
};
