import { oc } from '@orpc/contract';
import type { FigureKind } from '@xiuzhi/review';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

const KINDS = ['amount', 'share', 'growth', 'points', 'times', 'rank'] as const satisfies readonly FigureKind[];

/** Chinese names of what a figure says (数值类别). */
export const FIGURE_KIND_NAMES: Readonly<Record<FigureKind, string>> = {
  amount: '数量',
  share: '占比',
  growth: '增幅',
  points: '百分点',
  times: '倍数',
  rank: '位次',
};

/** Verdict (认定) on two printed figures: 同一口径、口径不同. */
const verdict = z.enum(['same', 'differentDefinition']);

/** Figure (台账条目): one quantity of a revision, in text order. */
export const figure = z.object({
  seq: z.number().int(),
  /** Span of the logical text, UTF-16 units. */
  start: z.number().int(),
  end: z.number().int(),
  block: z.number().int(),
  node: z.number().int(),
  /** Title of the node. */
  section: z.string(),
  cell: z.object({ row: z.number().int(), column: z.number().int() }).nullable(),
  /** As printed, with a few words before and after. */
  printed: z.string(),
  before: z.string(),
  after: z.string(),
  /** In the base unit, as is the last printed place. */
  value: z.number(),
  place: z.number(),
  unit: z.string(),
  printedUnit: z.string(),
  kind: z.enum(KINDS),
  approximate: z.boolean(),
  /** '' for the book's own place. */
  subject: z.string(),
  indicator: z.string(),
  scope: z.string(),
  period: z.string(),
  /** By which a verdict on it is remembered. */
  key: z.string(),
});

/** What a ledger is limited to (筛选). */
const filter = {
  /** In subject or indicator, as typed. */
  search: text(60).optional(),
  unit: text(20).optional(),
  kind: z.enum(KINDS).optional(),
  period: text(40).optional(),
};

/** Files of a ledger (数据台账): GET with the same filter in the query. `{}` are path parameters. */
export const FIGURE_ROUTES = {
  ledgerXlsx: '/api/revisions/{id}/figures.xlsx',
  ledgerJson: '/api/revisions/{id}/figures.json',
} as const;

const facet = z.array(z.object({ value: z.string(), count: z.number().int() }));

/** Figures with the same subject, indicator and unit (同一指标). */
const group = z.object({
  subject: z.string(),
  indicator: z.string(),
  unit: z.string(),
  places: z.number().int(),
  /** Different values. */
  values: z.number().int(),
  /** Periods in which places of the same scope do not agree within what is printed. */
  differing: z.number().int(),
});

const figureVerdict = z.object({
  id,
  keys: z.tuple([z.string(), z.string()]),
  verdict,
  /** Null for people of another office. */
  decidedBy: z.string().nullable(),
  decidedAt: instant,
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
/** A cursor that holds words. */
const wordyCursor = z.string().max(2_000).optional();

/** Figures (数据台账). */
export const figures = {
  list: signedIn
    .route({ method: 'GET', path: '/revisions/{id}/figures', summary: '数据台账' })
    .input(
      z.object({
        id,
        ...filter,
        sort: z.enum(['place', 'indicator', 'subject', 'period', 'value']).default('place'),
        descending: z.boolean().default(false),
        ...pageInput,
      }),
    )
    .output(pageOf(figure)),
  facets: signedIn
    .route({ method: 'GET', path: '/revisions/{id}/figures/facets', summary: '数据台账的筛选项与条数' })
    .input(z.object({ id, ...filter }))
    .output(
      z.object({
        /** Of the revision, and those that the filter lets through. */
        total: z.number().int(),
        matching: z.number().int(),
        /** Commonest first, 200 at most each. */
        units: facet,
        kinds: facet,
        periods: facet,
      }),
    ),
  groups: signedIn
    .route({ method: 'GET', path: '/revisions/{id}/figures/groups', summary: '同一指标的多处数据' })
    .input(
      z.object({
        id,
        search: text(60).optional(),
        /** Only those with places that do not agree. */
        differing: z.boolean().default(false),
        ...pageInput,
        cursor: wordyCursor,
      }),
    )
    .output(pageOf(group)),
  group: signedIn
    .route({ method: 'GET', path: '/revisions/{id}/figures/group', summary: '一项指标的各处数据与认定' })
    .input(z.object({ id, subject: text(200), indicator: text(200), unit: text(20) }))
    .output(
      z.object({
        /** By period, then in text order; the first 500. */
        figures: z.array(figure),
        capped: z.boolean(),
        verdicts: z.array(figureVerdict),
      }),
    ),
  verdicts: signedIn
    .route({ method: 'GET', path: '/works/{workId}/figure-verdicts', summary: '本书的数据认定，新的在前' })
    .input(z.object({ workId: id, ...pageInput }))
    .output(pageOf(figureVerdict)),
  mark: signedIn
    .route({ method: 'POST', path: '/revisions/{id}/figure-verdicts', summary: '认定两处数据同一口径或口径不同' })
    .errors(refuses('STALE', 'SAME_FIGURE'))
    /** Each by its number, and by the key that the editor saw there. */
    .input(
      z.object({
        id,
        figures: z.tuple([
          z.object({ seq: ordinal, key: z.string().max(1_000) }),
          z.object({ seq: ordinal, key: z.string().max(1_000) }),
        ]),
        verdict,
      }),
    )
    .output(figureVerdict),
  unmark: signedIn
    .route({ method: 'DELETE', path: '/works/{workId}/figure-verdicts/{verdictId}', summary: '撤销数据认定' })
    .input(z.object({ workId: id, verdictId: id }))
    .output(z.object({})),
};
