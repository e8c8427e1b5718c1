import { oc } from '@orpc/contract';
import { TASK_KINDS, TASK_STATES } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

const office = z.object({ id, name: z.string() });
/** A post that may own a task, with who holds it. */
const holder = z.object({ postId: id, displayName: z.string(), organisation: z.string() });

/** Task (待办): one letter or slip to be dealt with. */
export const task = z.object({
  id,
  kind: z.enum(TASK_KINDS),
  state: z.enum(TASK_STATES),
  title: z.string(),
  workId: id,
  workTitle: z.string(),
  /** In whose list it stands. */
  organisation: office,
  /** The office that gave it. */
  assigner: office,
  /** The unit that is to do it, where it has no account. */
  addressee: z.string().nullable(),
  /** What it is about. */
  letterId: id.nullable(),
  dueOn: day,
  /** Working days until it is due; negative once it is late; null when it is answered or ended. */
  workingDaysLeft: z.number().int().nullable(),
  /** Named to the people of its own office only. */
  owner: holder.nullable(),
  reminded: z.boolean(),
  createdAt: instant,
  closedAt: instant.nullable(),
  version: z.number().int(),
});

const taskInFull = task.extend({
  deputies: z.array(holder),
  evidence: z.array(
    z.object({
      id,
      /** `revision:<id>`, `reply:<id>`, or null for a sentence alone. */
      subject: z.string().nullable(),
      note: z.string(),
      addedBy: z.string().nullable(),
      addedAt: instant,
    }),
  ),
  /** What happened, oldest first; people of another office are not named. */
  history: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      /** An audited action: AUDIT_TITLES has its title. */
      action: z.string(),
      note: z.string(),
    }),
  ),
  /** What the caller may do with it as it stands. */
  allowed: z.object({
    manage: z.boolean(),
    postpone: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    remind: z.boolean(),
  }),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const moved = signedIn.errors(refuses('STALE', 'TASK_ENDED', 'BAD_TEXT'));
const at = z.object({ id, version: ordinal });
/** A day that somebody may be asked to meet, or that a calendar holds. */
const ownDay = day.refine((value) => value >= '2000-01-01' && value < '2100-01-01', {
  message: '日期不在可填的范围内',
});

/** Tasks (待办): one room for all kinds of things to be dealt with by a day. */
export const tasks = {
  list: signedIn
    .route({ method: 'GET', path: '/tasks', summary: '待办：box=mine 本单位的，given 交办的；先到期的在前' })
    .input(
      z.object({
        box: z.enum(['mine', 'given']).default('mine'),
        /** Only those still to be dealt with. */
        open: z.boolean().default(true),
        workId: id.optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(task)),
  get: signedIn
    .route({ method: 'GET', path: '/tasks/{id}', summary: '待办' })
    .input(z.object({ id }))
    .output(taskInFull),
  /** Posts of the organisation that may own or stand in for a task. */
  holders: signedIn
    .route({ method: 'GET', path: '/tasks/{id}/holders', summary: '可承办的岗位' })
    .input(z.object({ id }))
    .output(z.array(holder)),
  assign: moved
    .route({ method: 'PUT', path: '/tasks/{id}/owner', summary: '指定承办人和协办人' })
    .input(at.extend({ ownerPostId: id.nullable(), deputyPostIds: z.array(id).max(20).default([]) }))
    .output(taskInFull),
  postpone: moved
    .route({ method: 'PUT', path: '/tasks/{id}/due', summary: '调整期限，须写明理由' })
    .errors(refuses('REASON_REQUIRED'))
    .input(at.extend({ dueOn: ownDay, note: text(500) }))
    .output(taskInFull),
  addEvidence: moved
    .route({ method: 'POST', path: '/tasks/{id}/evidence', summary: '补充办理依据' })
    .input(at.extend({ note: text(1000).min(1), revisionId: id.nullable().default(null) }))
    .output(taskInFull),
  close: moved.route({ method: 'POST', path: '/tasks/{id}/close', summary: '办结' }).input(at).output(taskInFull),
  reopen: moved
    .route({ method: 'POST', path: '/tasks/{id}/reopen', summary: '退回继续办理，须写明理由' })
    .errors(refuses('TASK_OPEN', 'REASON_REQUIRED'))
    .input(at.extend({ note: text(500) }))
    .output(taskInFull),
  remind: moved
    .route({ method: 'POST', path: '/tasks/{id}/remind', summary: '提醒一次' })
    .errors(refuses('ALREADY_REMINDED'))
    .input(at)
    .output(taskInFull),
  calendar: signedIn
    .route({ method: 'GET', path: '/calendar/{year}', summary: '某年的放假与调休' })
    .input(z.object({ year: z.number().int().min(2000).max(2999) }))
    .output(
      z.object({
        /** False where the year's holidays are not known yet, and weekends alone count. */
        known: z.boolean(),
        days: z.array(z.object({ day, off: z.boolean(), title: z.string(), own: z.boolean() })),
      }),
    ),
  setCalendarDay: signedIn
    .route({ method: 'PUT', path: '/calendar/days/{day}', summary: '录入放假或调休日；off 为空即删去录入' })
    .input(z.object({ day: ownDay, off: z.boolean().nullable(), title: text(40).default('') }))
    .output(z.object({})),
};
