import { oc } from '@orpc/contract';
import { DISPATCH_STATES } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

const office = z.object({ id, name: z.string() });

/** Dispatch (来稿): copy that an office sends in for a bulletin, and what became of it. */
export const dispatch = z.object({
  id,
  from: office,
  to: office,
  seriesId: id,
  seriesName: z.string(),
  callId: id.nullable(),
  callTopic: z.string().nullable(),
  title: z.string(),
  /** Paragraphs, one a line. */
  body: z.string(),
  source: z.string(),
  /** 送审: who approved it at the sending office, with post. */
  approvedBy: z.string(),
  approvedOn: day,
  originalName: z.string().nullable(),
  state: z.enum(DISPATCH_STATES),
  /** Why it was not taken, in words for the office that sent it. */
  reason: z.string().nullable(),
  /** The issue it stands in, with its number once that is signed. */
  issueId: id.nullable(),
  issueNumber: z.string().nullable(),
  sentAt: instant,
  decidedAt: instant.nullable(),
  version: z.number().int(),
  allowed: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
});

/** Call for copy (约稿): what a series asks for, by when. */
export const call = z.object({
  id,
  office,
  seriesId: id,
  seriesName: z.string(),
  topic: z.string(),
  note: z.string(),
  column: z.string().nullable(),
  dueOn: day,
  calledAt: instant,
  endedAt: instant.nullable(),
  /** How many dispatches answered it; of a caller below, its own office's alone. */
  received: z.number().int(),
  allowed: z.object({ end: z.boolean() }),
});

/** Where an office may send copy (可报送的刊物). */
const target = z.object({ seriesId: id, seriesName: z.string(), office, columns: z.array(z.string()) });

/** A line of the monthly sheet (采用情况): one office, in official code order, never by rank. */
const takenLine = z.object({
  office,
  sent: z.number().int(),
  taken: z.number().int(),
  declined: z.number().int(),
  waiting: z.number().int(),
  /** Column → taken. */
  byColumn: z.record(z.string(), z.number().int()),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const decided = signedIn.errors(refuses('STALE', 'DISPATCH_ENDED'));
const versioned = { id, version: ordinal };
const monthOf = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);

/** The plain routes of dispatches. */
export const DISPATCH_ROUTES = {
  /** POST multipart, field `file`: reads title, text and source of one item out of a Word file → `dispatchDraft`. Nothing is kept. */
  read: '/api/dispatches/read',
  /** GET 信息报送审签单 (pdf or docx). */
  sheet: '/api/dispatches/{id}/sheet.{format}',
  /** GET 采用情况 of a month: ?series=&month=2026-11, as xlsx, docx or pdf. */
  taken: '/api/dispatches/taken.{format}',
} as const;

/** What was read out of a Word file, for the form. */
export const dispatchDraft = z.object({ title: z.string(), body: z.string(), source: z.string().nullable() });

/** Dispatches (信息报送): copy from cities and counties, calls for copy, what was taken. */
export const dispatches = {
  list: signedIn
    .route({
      method: 'GET',
      path: '/dispatches',
      summary: '来稿：box=received 收到的，sent 报送的，below 下级报送其他单位的；新的在前',
    })
    .input(
      z.object({
        box: z.enum(['received', 'sent', 'below']),
        state: z.enum(DISPATCH_STATES).optional(),
        seriesId: id.optional(),
        callId: id.optional(),
        fromId: id.optional(),
        words: text(60).optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(dispatch)),
  get: signedIn
    .route({ method: 'GET', path: '/dispatches/{id}', summary: '来稿' })
    .input(z.object({ id }))
    .output(dispatch),
  targets: signedIn
    .route({ method: 'GET', path: '/dispatches/targets', summary: '可报送的刊物' })
    .output(z.array(target)),
  send: signedIn
    .errors(refuses('OTHER_PLACE', 'CLASSIFIED', 'BAD_TEXT', 'BAD_DAY', 'CALL_ENDED'))
    .route({ method: 'POST', path: '/dispatches', summary: '报送信息' })
    .input(
      z.object({
        /** The office that sends, where the caller has several. */
        fromId: id.optional(),
        seriesId: id,
        callId: id.optional(),
        title: text(200).min(1),
        body: text(60_000).min(1),
        source: text(80).min(1),
        approvedBy: text(60).min(1),
        approvedOn: day,
        /** Name of the Word file that the form was filled from. */
        originalName: text(120).optional(),
      }),
    )
    .output(dispatch),
  withdraw: decided
    .route({ method: 'POST', path: '/dispatches/{id}/withdraw', summary: '撤回' })
    .input(z.object(versioned))
    .output(dispatch),
  take: decided
    .errors(refuses('NOT_AT_THIS_STEP', 'COLUMN_UNKNOWN'))
    .route({ method: 'POST', path: '/dispatches/{id}/take', summary: '采用，编入一期' })
    .input(z.object({ ...versioned, issueId: id, column: text(20).nullable() }))
    .output(dispatch),
  decline: decided
    .errors(refuses('REASON_REQUIRED', 'BAD_TEXT', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/dispatches/{id}/decline', summary: '不采用，写明原因' })
    .input(z.object({ ...versioned, reason: text(300) }))
    .output(dispatch),
  putBack: decided
    .errors(refuses('NOT_AT_THIS_STEP'))
    .route({ method: 'POST', path: '/dispatches/{id}/put-back', summary: '改回待处理' })
    .input(z.object(versioned))
    .output(dispatch),

  listCalls: signedIn
    .route({ method: 'GET', path: '/dispatches/calls', summary: '约稿：本单位发出的和上级发来的' })
    .input(z.object({ open: z.boolean().optional(), ...pageInput }))
    .output(pageOf(call)),
  call: signedIn
    .errors(refuses('COLUMN_UNKNOWN', 'BAD_TEXT', 'BAD_DUE_DAY', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/dispatches/calls', summary: '约稿' })
    .input(
      z.object({
        seriesId: id,
        topic: text(100).min(1),
        note: text(500).default(''),
        column: text(20).nullable(),
        dueOn: day,
      }),
    )
    .output(call),
  endCall: signedIn
    .errors(refuses('CALL_ENDED'))
    .route({ method: 'POST', path: '/dispatches/calls/{id}/end', summary: '结束约稿' })
    .input(z.object({ id }))
    .output(call),

  /** Of the issuing office: all offices below; of an office below: its own line alone. */
  taken: signedIn
    .route({ method: 'GET', path: '/dispatches/taken', summary: '采用情况：某刊物某月' })
    .input(z.object({ seriesId: id, month: monthOf }))
    .output(
      z.object({ seriesName: z.string(), month: z.string(), columns: z.array(z.string()), lines: z.array(takenLine) }),
    ),
};
