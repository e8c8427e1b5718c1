import { oc } from '@orpc/contract';
import { DISCLOSURES, FACT_KINDS, FACT_STATES } from '@xiuzhi/domain';
import { z } from 'zod';

import { MOST_BODY, recipients } from './bulletin-text.ts';
import { refuses } from './refusals.ts';
import { day, id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

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
  settledBy: z.string().nullable(),
  citation: z.string(),
  maySettle: z.boolean(),
  version: z.number().int(),
});

/** 待核对、已入库、不入库. */
const BACK_ISSUE_STATES = ['waiting', 'kept', 'dropped'] as const;

/** What reading a file back found that a person must look at. */
export const problem = z.object({
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
const versioned = { id, version: ordinal };

/** What was issued (简报存档): back issues, numbers, search, citations, facts. */
export const bulletinArchive = {
  numbering: signedIn
    .route({ method: 'GET', path: '/bulletins/series/{id}/numbering', summary: '期号核对：缺期、重号、总期号不衔接' })
    .input(z.object({ id }))
    .output(numberingReport),
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
  /** What was kept by mistake waits for a person again; its issue and what was settled of that are gone. */
  reopenBackIssue: changed
    .errors(refuses('PUBLISHED'))
    .route({ method: 'POST', path: '/bulletins/back-issues/{id}/reopen', summary: '已入库的退回核对' })
    .input(z.object({ id }))
    .output(backIssue),
};
