import { oc } from '@orpc/contract';
import { PRESETS } from '@xiuzhi/domain';
import { HOUSE_STYLES, WORD_KINDS, type HouseStyle, type WordKind } from '@xiuzhi/review';
import { z } from 'zod';

import { organisation } from './accounts.ts';
import { refuses } from './refusals.ts';
import { id, instant, ordinal, pageInput, pageOf, text } from './scalars.ts';

/** Work (志鉴项目): a gazetteer, a yearbook or a bulletin that an office compiles. */
export const work = z.object({
  id,
  title: z.string(),
  kind: z.enum(PRESETS),
  /** Recorded year (记述年份) of a yearbook; null otherwise. */
  recordedYear: z.number().int().nullable(),
  organisation: organisation.pick({ id: true, name: true }),
  manuscripts: z.number().int(),
  /** The latest revision that is ready and that the caller may read, for one click into the text. */
  latestRevisionId: id.nullable(),
  createdAt: instant,
  version: z.number().int(),
});

/** Chinese names of what a word of the dictionary is (词类). */
export const WORD_KIND_NAMES: Readonly<Record<WordKind, string>> = {
  person: '人名',
  institution: '机构',
  place: '地名',
  term: '用语',
};

/** Most words of a dictionary (词库). */
export const MOST_WORDS = 20_000;

/** Files of a dictionary (词库文件). `{}` are path parameters. */
export const WORD_ROUTES = {
  /**
   * POST multipart: optional field `kind` before `file` (.txt, .csv or .xlsx), what a word without a kind is
   * → `{ added, changed }`, all of it or nothing.
   */
  importWords: '/api/works/{workId}/words/list',
  wordsTemplate: '/api/words-template.xlsx',
} as const;

const year = z.number().int().min(1).max(2999).nullable();

/** Word of the dictionary of a work (词库条目): right as it stands, from and to these years. */
export const word = z.object({
  id,
  word: z.string(),
  kind: z.enum(WORD_KINDS),
  /** Other ways it has been written, which are pointed out. */
  wrong: z.array(z.string()),
  from: year,
  to: year,
});

/** Ways of writing the office has settled (统一写法); what is not chosen goes by the majority of the book. */
const houseStyle = z.object(
  Object.fromEntries(Object.entries(HOUSE_STYLES).map(([style, { choices }]) => [style, z.enum(choices).optional()])),
) as unknown as z.ZodType<HouseStyle, HouseStyle>;

/** Settings of a work (审校设置) that the review goes by. */
export const settings = z.object({
  recordedYear: z.number().int().nullable(),
  /** 断限, both years included. */
  period: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  /** What the book calls its own place. */
  place: z.string().nullable(),
  houseStyle,
  /** Last year's book (上卷), for bases and copied passages. */
  previous: z.object({ revisionId: id, title: z.string(), number: z.number().int() }).nullable(),
  words: z.number().int(),
  suppressions: z.number().int(),
  verdicts: z.number().int(),
  /** Of the work; a change names the version it was made on. */
  version: z.number().int(),
  /** Whether the caller may change them. */
  allowed: z.boolean(),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const title = text(120).min(1);
const recordedYear = z.number().int().min(1000).max(2999).nullable();

/** Works (志鉴项目). */
export const works = {
  list: signedIn
    .route({ method: 'GET', path: '/works', summary: '志鉴项目' })
    .input(z.object({ search: text(60).optional(), ...pageInput }))
    .output(pageOf(work)),
  get: signedIn.route({ method: 'GET', path: '/works/{id}', summary: '项目' }).input(z.object({ id })).output(work),
  create: signedIn
    .route({ method: 'POST', path: '/works', summary: '新建项目' })
    .input(z.object({ title, kind: z.enum(PRESETS), recordedYear: recordedYear.default(null), organisationId: id }))
    .output(work),
  update: signedIn
    .route({ method: 'PATCH', path: '/works/{id}', summary: '修改项目' })
    .errors(refuses('STALE'))
    .input(z.object({ id, version: ordinal, title: title.optional(), recordedYear: recordedYear.optional() }))
    .output(work),
  settings: signedIn
    .route({ method: 'GET', path: '/works/{id}/settings', summary: '审校设置' })
    .input(z.object({ id }))
    .output(settings),
  configure: signedIn
    .route({ method: 'PATCH', path: '/works/{id}/settings', summary: '修改审校设置' })
    .errors(refuses('STALE', 'BAD_PERIOD'))
    /** What is left out stays as it is. */
    .input(
      z.object({
        id,
        version: ordinal,
        recordedYear: recordedYear.optional(),
        period: z.object({ from: year.unwrap(), to: year.unwrap() }).nullable().optional(),
        place: text(40).min(1).nullable().optional(),
        houseStyle: houseStyle.optional(),
        previousId: id.nullable().optional(),
      }),
    )
    .output(settings),
  words: signedIn
    .route({ method: 'GET', path: '/works/{id}/words', summary: '词库，新增的在前' })
    .input(z.object({ id, search: text(60).optional(), kind: z.enum(WORD_KINDS).optional(), ...pageInput }))
    .output(pageOf(word)),
  addWord: signedIn
    .route({ method: 'POST', path: '/works/{id}/words', summary: '词库增词' })
    .errors(refuses('WORD_TAKEN', 'DICTIONARY_FULL', 'BAD_PERIOD'))
    .input(
      z.object({
        id,
        word: text(60).min(1),
        kind: z.enum(WORD_KINDS),
        wrong: z.array(text(60).min(1)).max(20).default([]),
        from: year.default(null),
        to: year.default(null),
      }),
    )
    .output(word),
  removeWord: signedIn
    .route({ method: 'DELETE', path: '/works/{id}/words/{wordId}', summary: '词库删词' })
    .input(z.object({ id, wordId: id }))
    .output(z.object({})),
};
