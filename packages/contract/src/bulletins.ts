import { oc } from '@orpc/contract';
import { DISCLOSURES, FACT_KINDS, FACT_STATES, ISSUE_STATES, SECRECY_OUTCOMES, SERIES_KINDS } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

/** Most paragraphs' text of one item, UTF-16 units. */
const MOST_BODY = 60_000;
const line = text(300);
const lines = z.array(line).max(40);

/** Whom a series goes to (报、送、发): each entry one line of the tail, in the order in which it is entered. */
export const recipients = z.object({ up: lines, across: lines, down: lines });

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

/** A hit of the search: an item with its issue, and where in the body the words stand. */
const hit = z.object({
  itemId: id,
  issueId: id,
  seriesName: z.string(),
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  total: z.number().int().nullable(),
  supplement: z.boolean(),
  issuedOn: day.nullable(),
  column: z.string().nullable(),
  title: z.string(),
  source: z.string().nullable(),
  /** Words around the first place, at most 120 characters. */
  excerpt: z.string(),
  citation: z.string(),
});

/** An item as others cite it (引用): its address in this system and the citation as people write it. */
const citation = z.object({
  itemId: id,
  issueId: id,
  title: z.string(),
  source: z.string().nullable(),
  issuedOn: day.nullable(),
  citation: z.string(),
});

/** Fact (线索) read out of an item: what it is filed under and where it stands. */
export const fact = z.object({
  id,
  itemId: id,
  issueId: id,
  /** Title of the item. */
  title: z.string(),
  kind: z.enum(FACT_KINDS),
  name: z.string(),
  /** Post at that date, aliases, value and unit, documents relayed …: field → text. */
  detail: z.record(z.string(), z.string()),
  paragraph: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  /** Words of the paragraph before and behind it, at most 24 characters each. */
  before: z.string(),
  after: z.string(),
  state: z.enum(FACT_STATES),
  settledBy: person,
  citation: z.string(),
  maySettle: z.boolean(),
  version: z.number().int(),
});

/** 待核对、已入库、不入库. */
const BACK_ISSUE_STATES = ['waiting', 'kept', 'dropped'] as const;

/** What reading a file back found that a person must look at. */
const problem = z.object({
  code: z.string(),
  message: z.string(),
  severity: z.enum(['refuse', 'ask']),
  /** Line of the file, from 1. */
  line: z.number().int().optional(),
});

/** Head and tail of an issue that was read back. */
const readHead = {
  /** What the series was called then. */
  series: z.string().nullable(),
  supplement: z.boolean(),
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  total: z.number().int().nullable(),
  issuer: z.string().nullable(),
  issuedOn: day.nullable(),
  disclosure: z.enum(DISCLOSURES).nullable(),
  recipients: z.object({ up: z.array(z.string()), across: z.array(z.string()), down: z.array(z.string()) }),
  printedBy: z.string().nullable(),
  printedOn: day.nullable(),
  copies: z.number().int().nullable(),
};

/** An issue that was read back (往期内容). */
const readIssue = z.object({
  ...readHead,
  items: z.array(
    z.object({
      column: z.string().nullable(),
      title: z.string(),
      subtitle: z.string().nullable(),
      body: z.string(),
      source: z.string().nullable(),
    }),
  ),
});

/** The same as a person completes it. */
const readIssueInput = z.object({
  series: text(60).nullable(),
  supplement: z.boolean(),
  year: z.number().int().min(1950).max(2200).nullable(),
  number: z.number().int().min(1).max(99_999).nullable(),
  total: z.number().int().min(1).max(999_999).nullable(),
  issuer: text(60).nullable(),
  issuedOn: day.nullable(),
  disclosure: z.enum(DISCLOSURES).nullable(),
  recipients,
  printedBy: text(60).nullable(),
  printedOn: day.nullable(),
  copies: z.number().int().min(0).max(100_000).nullable(),
  items: z
    .array(
      z.object({
        column: text(20).nullable(),
        title: text(200),
        subtitle: text(200).nullable(),
        body: text(MOST_BODY),
        source: text(80).nullable(),
      }),
    )
    .max(60),
});

/** A file of a back issue that was read (往期导入): kept at once where nothing was in doubt. */
export const backIssue = z.object({
  id,
  seriesId: id,
  fileName: z.string(),
  state: z.enum(BACK_ISSUE_STATES),
  supplement: z.boolean(),
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  total: z.number().int().nullable(),
  issuedOn: day.nullable(),
  items: z.number().int(),
  problems: z.array(problem),
  issueId: id.nullable(),
  importedAt: instant,
});

/** With what was read, beside the text of the file; both are empty once it was kept. */
const backIssueInFull = backIssue.extend({ read: readIssue, text: z.string() });

/** Numbers of a series (期号核对): gaps, duplicates and running numbers that do not follow. */
const numberingReport = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      issues: z.number().int(),
      first: z.number().int().nullable(),
      last: z.number().int().nullable(),
      /** Runs of missing numbers, as 3 or 5～8. */
      missing: z.array(z.string()),
      /** Running number minus number, where all issues of the year agree. */
      base: z.number().int().nullable(),
      /** How many issues the year must have had, where the next year's base tells. */
      inferredLast: z.number().int().nullable(),
    }),
  ),
  /** Years of which no issue is kept here, and how many they must have had together. */
  spans: z.array(z.object({ from: z.number().int(), to: z.number().int(), count: z.number().int() })),
  problems: z.array(z.object({ message: z.string(), issueId: id.nullable() })),
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
  /** GET the issue printed; drafts say so in the head. `format` is pdf, docx, html or ofd. */
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
export const BULLETIN_FORMATS = ['pdf', 'docx', 'html', 'ofd'] as const;

/** What a Word file became: the draft, and what in it a person should look at. */
export const draftReceipt = z.object({ issueId: id, items: z.number().int(), problems: z.array(problem) });

/** Bulletins (简报): series, issues from draft to signing, back issues, facts. */
export const bulletins = {
  listSeries: signedIn.route({ method: 'GET', path: '/bulletins/series', summary: '刊物' }).output(z.array(series)),
  createSeries: changed
    .errors(refuses('SERIES_NAME_TAKEN'))
    .route({ method: 'POST', path: '/bulletins/series', summary: '新设刊物' })
    .input(z.object({ organisationId: id, kind: z.enum(SERIES_KINDS), ...seriesInput, recipients }))
    .output(series),
  updateSeries: changed
    .errors(refuses('SERIES_NAME_TAKEN'))
    .route({ method: 'PUT', path: '/bulletins/series/{id}', summary: '修改刊物设置' })
    .input(z.object({ ...versioned, ...seriesInput }))
    .output(series),
  /** The lists of a series by the day from which they hold, latest first. */
  listRecipients: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/recipients', summary: '报送发范围的历次设置' })
    .input(z.object({ id }))
    .output(z.array(recipients.extend({ validFrom: day }))),
  setRecipients: changed
    .route({ method: 'PUT', path: '/bulletins/series/{id}/recipients/{validFrom}', summary: '设置某日起的报送发范围' })
    .input(z.object({ id, validFrom: day, ...recipients.shape }))
    .output(z.array(recipients.extend({ validFrom: day }))),
  numbering: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/numbering', summary: '期号核对：缺期、重号、总期号不衔接' })
    .input(z.object({ id }))
    .output(numberingReport),

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
    .errors(refuses('REASON_REQUIRED', 'BAD_TEXT'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/give-back', summary: '退回修改' })
    .input(z.object({ ...versioned, reason: text(500) }))
    .output(issueInFull),
  reviewSecrecy: moved
    .errors(refuses('REASON_REQUIRED', 'BAD_TEXT'))
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
    .errors(refuses('NOT_PROACTIVE'))
    .route({ method: 'POST', path: '/bulletins/issues/{id}/publish', summary: '网上公开' })
    .input(z.object(versioned))
    .output(issueInFull),
  unpublish: moved
    .route({ method: 'POST', path: '/bulletins/issues/{id}/unpublish', summary: '撤下公开' })
    .input(z.object(versioned))
    .output(issueInFull),

  search: signedIn
    .route({ method: 'GET', path: '/bulletins/search', summary: '检索简报：题名和正文中的原词，两个字以上' })
    .input(
      z.object({
        words: text(60).min(2),
        seriesId: id.optional(),
        from: day.optional(),
        to: day.optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(hit).extend({ total: z.number().int(), isMore: z.boolean() })),
  cite: signedIn
    .route({ method: 'GET', path: '/bulletins/items/{id}/citation', summary: '引用一条信息' })
    .input(z.object({ id }))
    .output(citation),

  listFacts: signedIn
    .route({ method: 'GET', path: '/bulletins/facts', summary: '线索：一期的，或按名称跨期查' })
    .input(
      z.object({
        issueId: id.optional(),
        kind: z.enum(FACT_KINDS).optional(),
        name: text(60).optional(),
        state: z.enum(FACT_STATES).optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(fact)),
  settleFact: changed
    .errors(refuses('CLASSIFIED'))
    .route({ method: 'POST', path: '/bulletins/facts/{id}/settle', summary: '确认线索，或不采用' })
    .input(
      z.object({
        ...versioned,
        state: z.enum(FACT_STATES),
        name: text(120).optional(),
        detail: z.record(z.string().max(40), text(500)).optional(),
      }),
    )
    .output(fact),

  listBackIssues: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/back-issues', summary: '往期导入：待核对的和已入库的' })
    .input(z.object({ id, state: z.enum(BACK_ISSUE_STATES).optional(), ...pageInput }))
    .output(pageOf(backIssue).extend({ counts: z.record(z.enum(BACK_ISSUE_STATES), z.number().int()) })),
  getBackIssue: signedIn
    .route({ method: 'GET', path: '/bulletins/back-issues/{id}', summary: '往期一份：读出的内容和原文' })
    .input(z.object({ id }))
    .output(backIssueInFull),
  /** What was dropped may be kept after all. */
  keepBackIssue: changed
    .errors(refuses('NUMBER_TAKEN', 'PROBLEM_OPEN', 'CLASSIFIED'))
    .route({ method: 'POST', path: '/bulletins/back-issues/{id}/keep', summary: '核对后入库' })
    .input(z.object({ id, read: readIssueInput }))
    .output(backIssue),
  dropBackIssue: changed
    .route({ method: 'POST', path: '/bulletins/back-issues/{id}/drop', summary: '不入库' })
    .input(z.object({ id }))
    .output(backIssue),
};
