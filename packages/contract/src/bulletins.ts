import { oc } from '@orpc/contract';
import { DISCLOSURES, ISSUE_STATES, SECRECY_OUTCOMES, SERIES_KINDS } from '@xiuzhi/domain';
import { z } from 'zod';

import { bulletinArchive, problem } from './bulletin-archive.ts';
import { MOST_BODY, recipients } from './bulletin-text.ts';
import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

/** Series (刊物): the anatomy of a bulletin as data. */
export const series = z.object({
  id,
  organisation: z.object({ id, name: z.string() }),
  kind: z.enum(SERIES_KINDS),
  name: z.string(),
  /** Issuing office as the head prints it. */
  issuer: z.string(),
  columns: z.array(z.string()),
  sourceLine: z.boolean(),
  intake: z.boolean(),
  circulated: z.boolean(),
  running: z.boolean(),
  /** The last issue before those kept here, from which numbers go on. */
  base: z.object({ year: z.number().int(), number: z.number().int(), total: z.number().int().nullable() }).nullable(),
  printedBy: z.string(),
  copies: z.number().int(),
  endedOn: day.nullable(),
  /** The lists of today. */
  recipients,
  /** Highest number and running number so far; null before the first. */
  last: z.object({ year: z.number().int(), number: z.number().int(), total: z.number().int().nullable() }).nullable(),
  version: z.number().int(),
  allowed: z.object({
    configure: z.boolean(),
    draft: z.boolean(),
    check: z.boolean(),
    reviewSecrecy: z.boolean(),
    sign: z.boolean(),
    publish: z.boolean(),
    import: z.boolean(),
  }),
});

const seriesInput = {
  name: text(60).min(2),
  issuer: text(60).min(2),
  columns: z.array(text(20).min(1)).max(20),
  sourceLine: z.boolean(),
  intake: z.boolean(),
  circulated: z.boolean(),
  running: z.boolean(),
  base: z
    .object({
      year: z.number().int().min(1950).max(2200),
      number: z.number().int().min(0).max(99_999),
      total: z.number().int().min(0).max(999_999).nullable(),
    })
    .nullable(),
  printedBy: text(60).min(2),
  copies: z.number().int().min(0).max(100_000),
};

/** People of a step (经办人): those named for it, and those who could be; none named leaves it to any of them. */
const hands = z.object({
  named: z.array(id),
  people: z.array(z.object({ id, name: z.string(), holdsPost: z.boolean() })),
});

const person = z.string().nullable();

/** Issue (一期简报) without its items. */
export const issue = z.object({
  id,
  seriesId: id,
  seriesName: z.string(),
  kind: z.enum(SERIES_KINDS),
  state: z.enum(ISSUE_STATES),
  supplement: z.boolean(),
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  total: z.number().int().nullable(),
  issuedOn: day.nullable(),
  items: z.number().int(),
  /** Title of the first item, by which people know an issue. */
  firstTitle: z.string().nullable(),
  disclosure: z.enum(DISCLOSURES).nullable(),
  publishedAt: instant.nullable(),
  /** Read back from a file. */
  isImported: z.boolean(),
  version: z.number().int(),
});

/** Item (一条信息) of an issue. */
export const item = z.object({
  id,
  position: z.number().int(),
  column: z.string().nullable(),
  title: z.string(),
  subtitle: z.string().nullable(),
  /** Paragraphs, one a line. */
  body: z.string(),
  source: z.string().nullable(),
  dispatchId: id.nullable(),
  sessionId: id.nullable(),
  /** What it was when it came into the issue: edits are shown against it. */
  firstTitle: z.string(),
  firstBody: z.string(),
  editedBy: person,
  editedAt: instant.nullable(),
  version: z.number().int(),
});

/** Secrecy review (保密审查) of an issue. */
const secrecyReview = z.object({
  outcome: z.enum(SECRECY_OUTCOMES),
  note: z.string(),
  reviewedBy: z.string(),
  reviewedAt: instant,
  /** Whether it is of the text as it is now. */
  isCurrent: z.boolean(),
});

export const issueInFull = issue.extend({
  issuer: z.string(),
  ground: z.string(),
  recipients,
  printedBy: z.string(),
  printedOn: day.nullable(),
  copies: z.number().int().nullable(),
  bulletinItems: z.array(item),
  columns: z.array(z.string()),
  sourceLine: z.boolean(),
  secrecyReviews: z.array(secrecyReview),
  draftedBy: person,
  draftedAt: instant.nullable(),
  checkedBy: person,
  checkedAt: instant.nullable(),
  signedBy: person,
  signedAt: instant.nullable(),
  returnedWhy: z.string().nullable(),
  originalName: z.string().nullable(),
  /** What the caller may do now, so that the page shows no button that would be refused. */
  allowed: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    check: z.boolean(),
    giveBack: z.boolean(),
    reviewSecrecy: z.boolean(),
    sign: z.boolean(),
    publish: z.boolean(),
  }),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const changed = signedIn.errors(refuses('STALE', 'BAD_TEXT'));
const moved = signedIn.errors(refuses('STALE', 'NOT_AT_THIS_STEP'));
const editing = changed.errors(refuses('NOT_AT_THIS_STEP', 'COLUMN_UNKNOWN', 'CLASSIFIED'));
const versioned = { id, version: ordinal };

const itemInput = {
  column: text(20).nullable(),
  title: text(200).min(1),
  subtitle: text(200).nullable(),
  body: text(MOST_BODY),
  source: text(80).nullable(),
};

/** The plain routes of bulletins. */
export const BULLETIN_ROUTES = {
  /** GET the issue printed; drafts say so in the head. `format` is pdf, docx or html. */
  print: '/api/bulletins/issues/{id}/print.{format}',
  /** GET the file an issue was read back from. */
  original: '/api/bulletins/issues/{id}/original',
  /** POST multipart, field `file`: a Word file of items becomes a draft issue → `draftReceipt`. */
  draft: '/api/bulletins/series/{id}/drafts',
  /** POST multipart, field `file`: one back issue is read → `backIssue`. */
  backIssue: '/api/bulletins/series/{id}/back-issues',
  /** GET the file of a back issue as it came. */
  backIssueFile: '/api/bulletins/back-issues/{id}/original',
  /** GET an issue that was put on the web: no sign-in. */
  published: '/api/bulletins/published/{id}',
} as const;

/** Formats an issue is printed in. */
export const BULLETIN_FORMATS = ['pdf', 'docx', 'html'] as const;

/** What a Word file became: the draft, and what in it a person should look at. */
export const draftReceipt = z.object({ issueId: id, items: z.number().int(), problems: z.array(problem) });

/** Bulletins (简报): series, issues from draft to signing, back issues, facts. */
export const bulletins = {
  listSeries: signedIn.route({ method: 'GET', path: '/bulletins/series', summary: '刊物' }).output(z.array(series)),
  createSeries: changed
    .errors(refuses('SERIES_NAME_TAKEN', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/bulletins/series', summary: '新设刊物' })
    .input(z.object({ organisationId: id, kind: z.enum(SERIES_KINDS), ...seriesInput, recipients }))
    .output(series),
  updateSeries: changed
    .errors(refuses('SERIES_NAME_TAKEN', 'CLASSIFIED'))
    .route({ method: 'PUT', path: '/bulletins/series/{id}', summary: '修改刊物设置' })
    .input(z.object({ ...versioned, ...seriesInput }))
    .output(series),
  /** From today on no issue is begun in it and no copy sent to it; what was issued stays, and its name is free for another. */
  endSeries: signedIn
    .errors(refuses('STALE', 'SERIES_ENDED', 'ISSUES_OPEN'))
    .route({ method: 'POST', path: '/bulletins/series/{id}/end', summary: '停办刊物' })
    .input(z.object(versioned))
    .output(series),
  /** The lists of a series by the day from which they hold, latest first. */
  listRecipients: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/recipients', summary: '报送发范围的历次设置' })
    .input(z.object({ id }))
    .output(z.array(recipients.extend({ validFrom: day }))),
  setRecipients: changed
    .errors(refuses('CLASSIFIED'))
    .route({ method: 'PUT', path: '/bulletins/series/{id}/recipients/{validFrom}', summary: '设置某日起的报送发范围' })
    .input(z.object({ id, validFrom: day, ...recipients.shape }))
    .output(z.array(recipients.extend({ validFrom: day }))),
  /** Who checks and who signs of those with the post (签发流程). */
  getSignOff: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/sign-off', summary: '核稿人和签发人' })
    .input(z.object({ id }))
    .output(z.object({ checkers: hands, signers: hands, version: z.number().int() })),
  setSignOff: signedIn
    .errors(refuses('STALE', 'POST_NOT_HELD'))
    .route({ method: 'PUT', path: '/bulletins/series/{id}/sign-off', summary: '指定核稿人和签发人' })
    .input(z.object({ ...versioned, checkers: z.array(id).max(20), signers: z.array(id).max(20) }))
    .output(z.object({ checkers: hands, signers: hands, version: z.number().int() })),

  list: signedIn
    .route({ method: 'GET', path: '/bulletins/issues', summary: '简报：拟办的在前，其余新的在前' })
    .input(
      z.object({
        seriesId: id.optional(),
        state: z.enum(ISSUE_STATES).optional(),
        year: z.coerce.number().int().min(1950).max(2200).optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(issue)),
  get: signedIn
    .route({ method: 'GET', path: '/bulletins/issues/{id}', summary: '一期简报' })
    .input(z.object({ id }))
    .output(issueInFull),
  create: changed
    .errors(refuses('SERIES_ENDED'))
    .route({ method: 'POST', path: '/bulletins/series/{seriesId}/issues', summary: '新建一期' })
    .input(z.object({ seriesId: id, issuedOn: day.nullable(), supplement: z.boolean().default(false) }))
    .output(issueInFull),
  /** Head and tail of a draft; the lists are those of the series on the day of issue until they are changed here. */
  update: editing
    .errors(refuses('GROUND_REQUIRED'))
    .route({ method: 'PATCH', path: '/bulletins/issues/{id}', summary: '修改报头、报尾' })
    .input(
      z.object({
        ...versioned,
        issuedOn: day.nullable(),
        supplement: z.boolean(),
        disclosure: z.enum(DISCLOSURES).nullable(),
        ground: text(300),
        recipients,
        printedBy: text(60).min(2),
        copies: z.number().int().min(0).max(100_000).nullable(),
      }),
    )
    .output(issueInFull),
  discard: moved
    .route({ method: 'DELETE', path: '/bulletins/issues/{id}', summary: '删去草稿；其中的来稿改回待处理' })
    .input(z.object(versioned))
    .output(z.object({ id })),
  addItem: editing
    .route({ method: 'POST', path: '/bulletins/issues/{id}/items', summary: '增加一条' })
    .input(z.object({ ...versioned, ...itemInput }))
    .output(issueInFull),
  editItem: editing
    .route({ method: 'PUT', path: '/bulletins/items/{id}', summary: '修改一条' })
    .input(z.object({ ...versioned, ...itemInput }))
    .output(issueInFull),
  removeItem: moved
    .route({ method: 'DELETE', path: '/bulletins/items/{id}', summary: '移出一条；来稿改回待处理' })
    .input(z.object(versioned))
    .output(issueInFull),
  orderItems: moved
    .route({ method: 'PUT', path: '/bulletins/issues/{id}/order', summary: '调整顺序' })
    .input(z.object({ ...versioned, items: z.array(id).max(100) }))
    .output(issueInFull),

  submit: moved
    .errors(refuses('NO_ITEMS', 'NO_ISSUE_DATE'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/submit', summary: '送核稿' })
    .input(z.object(versioned))
    .output(issueInFull),
  check: moved
    .errors(refuses('SAME_HAND'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/check', summary: '核稿通过，送签发' })
    .input(z.object(versioned))
    .output(issueInFull),
  giveBack: moved
    .errors(refuses('REASON_REQUIRED', 'BAD_TEXT', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/give-back', summary: '退回修改' })
    .input(z.object({ ...versioned, reason: text(500) }))
    .output(issueInFull),
  reviewSecrecy: moved
    .errors(refuses('SAME_HAND', 'REASON_REQUIRED', 'BAD_TEXT', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/secrecy-reviews', summary: '保密审查' })
    .input(z.object({ ...versioned, outcome: z.enum(SECRECY_OUTCOMES), note: text(500).default('') }))
    .output(issueInFull),
  sign: moved
    .errors(
      refuses(
        'SAME_HAND',
        'NO_ITEMS',
        'NO_ISSUE_DATE',
        'DISCLOSURE_REQUIRED',
        'GROUND_REQUIRED',
        'SECRECY_REVIEW_REQUIRED',
        'RUNS_BACK',
        'BAD_TEXT',
        'CLASSIFIED',
      ),
    )
    .route({
      method: 'POST',
      path: '/bulletins/issues/{id}/sign',
      summary: '签发，给期号；签发人可在此选定信息公开选项',
    })
    .input(
      z.object({
        ...versioned,
        /** What the signer chooses in place of what the draft has; it is no edit of the text, so the secrecy review still counts. */
        disclosure: z.enum(DISCLOSURES).optional(),
        ground: text(300).optional(),
      }),
    )
    .output(issueInFull),
  publish: moved
    .errors(refuses('NOT_PROACTIVE', 'SECRECY_REVIEW_REQUIRED'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/publish', summary: '网上公开' })
    .input(z.object(versioned))
    .output(issueInFull),
  unpublish: moved
    .route({ method: 'POST', path: '/bulletins/issues/{id}/unpublish', summary: '撤下公开' })
    .input(z.object(versioned))
    .output(issueInFull),

  ...bulletinArchive,
};
