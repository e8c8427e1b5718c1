import { oc } from '@orpc/contract';
import { CERTAINTIES, DECISIONS } from '@xiuzhi/domain';
import { FAMILIES, SEVERITIES } from '@xiuzhi/review';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

/** Decision (处理) on a finding: 不采纳、径改、核实、提意见. */
export const decision = z.enum(DECISIONS);

const span = z.object({ start: z.number().int(), end: z.number().int() });

/** Finding (疑点) in full, with its decision. */
export const finding = span.extend({
  seq: z.number().int(),
  id: z.string(),
  rule: z.string(),
  /** Title of the rule in Chinese. */
  ruleTitle: z.string(),
  family: z.enum(FAMILIES),
  severity: z.enum(SEVERITIES),
  norm: z.string(),
  clause: z.string(),
  /** The citation as people write it: GB/T 15835—2011 5.1.3. */
  basis: z.string(),
  quote: z.string(),
  message: z.string(),
  evidence: z.array(z.object({ label: z.string(), span: span.optional(), value: z.string().optional() })),
  suggestion: span.extend({ replacement: z.string() }).nullable(),
  block: z.number().int(),
  node: z.number().int(),
  decision: decision.nullable(),
  /** The editor's wording of an opinion (提意见). */
  wording: z.string().nullable(),
  /** Of an opinion (提意见). */
  certainty: z.enum(CERTAINTIES).nullable(),
  /** The unit to ask (核实); null takes the one the place is assigned to. */
  contributorId: id.nullable(),
  /** True where it stood in the revision before already, and its decision came along. */
  carried: z.boolean(),
  /** Who decided; another office's people are not named, their office is. */
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Raised by each decision; a decision names the version it was made on. */
  version: z.number().int(),
});

/** Opinion (意见) a person raises on a passage, without a finding of the machine. */
export const opinion = span.extend({
  id,
  block: z.number().int(),
  node: z.number().int(),
  quote: z.string(),
  wording: z.string(),
  certainty: z.enum(CERTAINTIES),
  raisedBy: z.string(),
  raisedAt: instant,
  version: z.number().int(),
});

/**
 * All findings of a revision, column by column, in text order: enough to mark the text, filter and count without
 * asking again. `rule` indexes `rules`; `decision` indexes DECISIONS, -1 undecided. Position i is finding `seq` i.
 */
const findingIndex = z.object({
  rules: z.array(
    z.object({ id: z.string(), title: z.string(), family: z.enum(FAMILIES), severity: z.enum(SEVERITIES) }),
  ),
  rule: z.array(z.number().int()),
  start: z.array(z.number().int()),
  end: z.array(z.number().int()),
  block: z.array(z.number().int()),
  node: z.array(z.number().int()),
  decision: z.array(z.number().int()),
  version: z.array(z.number().int()),
  /** 1 where there is a suggestion to take. */
  fixable: z.array(z.number().int()),
  /** 1 where the revision before had it already; all 0 in a first revision. */
  carried: z.array(z.number().int()),
});

/** What is not raised in a work any more (不再提示): words that a rule doubted, or all of the rule. */
const suppression = z.object({
  id,
  rule: z.string(),
  ruleTitle: z.string(),
  /** Null where the rule is not used at all. */
  quote: z.string().nullable(),
  reason: z.string(),
  addedBy: z.string(),
  addedAt: instant,
});

/** What may be taken into the Word export. */
export const EXPORT_CHOICES = ['undecided', ...DECISIONS] as const;

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const read = signedIn.errors(refuses('NOT_READY'));

/** Reviews (审校): the findings of a revision and what the editor decided. */
export const reviews = {
  index: read
    .route({ method: 'GET', path: '/revisions/{id}/findings/index', summary: '疑点一览' })
    .input(z.object({ id }))
    .output(findingIndex),
  findings: read
    .route({ method: 'GET', path: '/revisions/{id}/findings', summary: '疑点详情，按序号取一段' })
    .input(z.object({ id, from: ordinal, limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(finding)),
  decide: read
    .route({ method: 'POST', path: '/revisions/{id}/decisions', summary: '处理一条疑点；decision 为空即撤销' })
    .errors(
      refuses('DECISION_CONFLICT', 'NO_SUGGESTION', 'WORDING_REQUIRED', 'BAD_TEXT', 'SENT_UP', 'SUBMISSION_ENDED'),
    )
    .input(
      z.object({
        id,
        seq: ordinal,
        version: ordinal,
        decision: decision.nullable(),
        wording: text(2000).nullable().default(null),
        certainty: z.enum(CERTAINTIES).default('change'),
        contributorId: id.nullable().default(null),
      }),
    )
    .output(finding),
  decideMany: read
    .route({ method: 'POST', path: '/revisions/{id}/decisions/bulk', summary: '同一规则的未处理疑点一并处理' })
    .errors(refuses('ONE_BY_ONE', 'NO_SUGGESTION', 'WORDING_REQUIRED', 'BAD_TEXT', 'SENT_UP', 'SUBMISSION_ENDED'))
    .input(z.object({ id, rule: text(100), decision, wording: text(2000).nullable().default(null) }))
    /** The findings decided, and the batch to undo them by. */
    .output(z.object({ batch: id, seqs: z.array(z.number().int()) })),
  undoMany: read
    .errors(refuses('SENT_UP', 'SUBMISSION_ENDED'))
    .route({ method: 'DELETE', path: '/revisions/{id}/decisions/bulk/{batch}', summary: '撤销一批处理' })
    .input(z.object({ id, batch: id }))
    .output(
      // The findings taken back; those decided again by somebody since are left alone.
      z.object({ seqs: z.array(z.number().int()) }),
    ),
  suppress: read
    .route({ method: 'POST', path: '/revisions/{id}/suppressions', summary: '本书不再提示：这一处文字，或整条规则' })
    .errors(refuses('DECISION_CONFLICT', 'ONE_BY_ONE', 'REASON_REQUIRED', 'SENT_UP'))
    .input(
      z.object({
        id,
        seq: ordinal,
        version: ordinal,
        scope: z.enum(['quote', 'rule']),
        /** Required for a rule. */
        reason: text(200).default(''),
      }),
    )
    /** The findings dismissed with it, and the batch to undo both by. */
    .output(z.object({ suppressionId: id, batch: id, seqs: z.array(z.number().int()) })),
  suppressions: signedIn
    .route({ method: 'GET', path: '/works/{workId}/suppressions', summary: '本书不再提示的内容' })
    .input(z.object({ workId: id, ...pageInput }))
    .output(pageOf(suppression)),
  unsuppress: signedIn
    .route({
      method: 'DELETE',
      path: '/works/{workId}/suppressions/{suppressionId}',
      summary: '恢复提示，连同当时的不采纳一并撤销',
    })
    .errors(refuses('SENT_UP'))
    .input(z.object({ workId: id, suppressionId: id }))
    .output(z.object({ seqs: z.array(z.number().int()) })),
  run: read
    .route({ method: 'GET', path: '/revisions/{id}/review', summary: '最近一次审校' })
    .input(z.object({ id }))
    .output(
      z.object({
        state: z.enum(['ready', 'running', 'failed']),
        /** 0–100 while running. */
        progress: z.number().int(),
        runAt: instant,
        engine: z.string(),
        milliseconds: z.number().int(),
      }),
    ),
  renew: read
    .route({ method: 'POST', path: '/revisions/{id}/review', summary: '按现在的设置重新审校；已有的处理保留' })
    .errors(refuses('REVIEWING', 'SENT_UP'))
    .input(z.object({ id }))
    .output(z.object({})),
  opinions: read
    .route({ method: 'GET', path: '/revisions/{id}/opinions', summary: '本单位对此稿自提的意见' })
    .input(z.object({ id }))
    .output(z.array(opinion)),
  raiseOpinion: read
    .route({ method: 'POST', path: '/revisions/{id}/opinions', summary: '对一段文字提意见' })
    .errors(refuses('BAD_TEXT', 'SENT_UP', 'SUBMISSION_ENDED', 'STALE'))
    /** `quote` is what the reviewer saw at the span; another text there is refused as STALE. */
    .input(
      z.object({
        id,
        start: ordinal,
        end: ordinal,
        quote: text(2000).min(1),
        wording: text(2000).min(1),
        certainty: z.enum(CERTAINTIES).default('change'),
      }),
    )
    .output(opinion),
  updateOpinion: signedIn
    .route({ method: 'PATCH', path: '/opinions/{opinionId}', summary: '修改意见' })
    .errors(refuses('BAD_TEXT', 'SENT_UP', 'SUBMISSION_ENDED', 'STALE'))
    .input(
      z.object({
        opinionId: id,
        version: ordinal,
        wording: text(2000).min(1).optional(),
        certainty: z.enum(CERTAINTIES).optional(),
      }),
    )
    .output(opinion),
  removeOpinion: signedIn
    .route({ method: 'DELETE', path: '/opinions/{opinionId}', summary: '撤销意见；已签发的文书不受影响' })
    .errors(refuses('STALE', 'SENT_UP', 'SUBMISSION_ENDED'))
    .input(z.object({ opinionId: id, version: ordinal }))
    .output(z.object({})),
  summary: read
    .route({ method: 'GET', path: '/revisions/{id}/summary', summary: '疑点汇总' })
    .input(z.object({ id }))
    .output(
      z.object({
        characters: z.number().int(),
        preset: z.string(),
        engine: z.string(),
        milliseconds: z.number().int(),
        total: z.number().int(),
        byFamily: z.array(
          z.object({
            family: z.enum(FAMILIES),
            severity: z.enum(SEVERITIES),
            count: z.number().int(),
            undecided: z.number().int(),
          }),
        ),
        /** By highest-level part of the outline (编、类目), in book order. */
        byPart: z.array(
          z.object({
            node: z.number().int(),
            title: z.string(),
            count: z.number().int(),
            undecided: z.number().int(),
            error: z.number().int(),
          }),
        ),
        byDecision: z.array(z.object({ decision: decision.nullable(), count: z.number().int() })),
        byRule: z.array(
          z.object({
            rule: z.string(),
            title: z.string(),
            family: z.enum(FAMILIES),
            count: z.number().int(),
            undecided: z.number().int(),
          }),
        ),
      }),
    ),
};
