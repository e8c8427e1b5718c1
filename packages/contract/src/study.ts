import { oc } from '@orpc/contract';
import { ISSUING_LEVELS, SESSION_KINDS } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

const name = text(40);

/** What is recorded of a session (会议学习记录): documents relayed, who spoke, who attended, what was asked. */
export const sessionRecord = z.object({
  place: text(60).default(''),
  /** Who presided: name and post at that date. */
  host: z.object({ name, post: text(60) }),
  /** Documents and meetings relayed (传达学习), each with the level that issued it, in the order they were read. */
  documents: z.array(z.object({ title: text(200).min(1), level: z.enum(ISSUING_LEVELS) })).max(60),
  /** 专题: what it was about, in a sentence. */
  topic: text(300).default(''),
  speakers: z.array(z.object({ name, post: text(60), gist: text(2000).default('') })).max(60),
  /** 自学: what members read before. */
  readBefore: text(1000).default(''),
  /** Attendance by rank: 参加、列席 with the persons as entered. The order is the office's. */
  attendance: z.array(z.object({ rank: text(60).min(1), names: text(600) })).max(30),
  /** Opinions put forward (意见、要求), each with points below it. */
  opinions: z.array(z.object({ text: text(3000).min(1), points: z.array(text(2000).min(1)).max(20) })).max(30),
});

/** Session (会议学习). */
export const session = z.object({
  id,
  organisation: z.object({ id, name: z.string() }),
  kind: z.enum(SESSION_KINDS),
  heldOn: day,
  title: z.string(),
  record: sessionRecord,
  /** The issue an item was drafted into; null before that. */
  issueId: id.nullable(),
  recordedBy: z.string(),
  recordedAt: instant,
  version: z.number().int(),
  allowed: z.object({ edit: z.boolean() }),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const changed = signedIn.errors(refuses('STALE', 'BAD_TEXT', 'BAD_DAY', 'CLASSIFIED'));
const input = { kind: z.enum(SESSION_KINDS), heldOn: day, title: text(120).min(1), record: sessionRecord };

/** Study sessions and meetings (会议学习), from which an item of the political-work bulletin is drafted. */
export const study = {
  list: signedIn
    .route({ method: 'GET', path: '/study/sessions', summary: '会议学习记录，新的在前' })
    .input(z.object({ ...pageInput }))
    .output(pageOf(session)),
  get: signedIn
    .route({ method: 'GET', path: '/study/sessions/{id}', summary: '会议学习记录' })
    .input(z.object({ id }))
    .output(session),
  record: changed
    .route({ method: 'POST', path: '/study/sessions', summary: '登记会议学习' })
    .input(z.object({ organisationId: id.optional(), ...input }))
    .output(session),
  update: changed
    .route({ method: 'PUT', path: '/study/sessions/{id}', summary: '修改会议学习记录' })
    .input(z.object({ id, version: ordinal, ...input }))
    .output(session),
  remove: changed
    .route({ method: 'DELETE', path: '/study/sessions/{id}', summary: '删去会议学习记录' })
    .input(z.object({ id, version: ordinal }))
    .output(z.object({ id })),
  /** Title and paragraphs of the item, for looking at before it is put anywhere. */
  preview: signedIn
    .route({ method: 'GET', path: '/study/sessions/{id}/item', summary: '转拟简讯：预览' })
    .input(z.object({ id }))
    .output(z.object({ title: z.string(), body: z.string() })),
  draft: signedIn
    .errors(refuses('NOT_AT_THIS_STEP', 'STALE', 'SESSION_DRAFTED'))
    .route({ method: 'POST', path: '/study/sessions/{id}/draft', summary: '转拟简讯：编入一期' })
    .input(z.object({ id, version: ordinal, issueId: id }))
    .output(session),
};
