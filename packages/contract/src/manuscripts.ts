import { oc } from '@orpc/contract';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { id, instant, ordinal, text } from './scalars.ts';

/** Revision (稿次): one imported file of a manuscript, numbered from 1; its original is kept byte for byte. */
export const revision = z.object({
  id,
  manuscriptId: id,
  workId: id,
  /** Title of the manuscript (书稿名称). */
  title: z.string(),
  number: z.number().int(),
  fileName: z.string(),
  format: z.enum(['docx', 'md', 'txt', 'pdf', 'doc', 'wps']),
  /** SHA-256 of the original, hex. */
  sha256: z.string(),
  bytes: z.number().int(),
  /** importing 处理中 → ready 可审读 | failed 未能导入. */
  state: z.enum(['importing', 'ready', 'failed']),
  /** 0–100 while importing. */
  progress: z.number().int(),
  /** Why it failed, one Chinese sentence. */
  problem: z.string().nullable(),
  /** UTF-16 units of the logical text. */
  characters: z.number().int(),
  blocks: z.number().int(),
  tables: z.number().int(),
  findings: z.number().int(),
  undecided: z.number().int(),
  /** Who imported it; another office's people are not named, their office is. */
  importedBy: z.string(),
  importedAt: instant,
});

/** Outline node as the reading page needs it. */
export const outlineNode = z.object({
  seq: z.number().int(),
  parent: z.number().int(),
  level: z.number().int(),
  title: z.string(),
  /** First and one-past-last block of the node with its sub-nodes. */
  firstBlock: z.number().int(),
  endBlock: z.number().int(),
});

/** Block with its text; table cells by grid place, their text inside. */
export const block = z.object({
  seq: z.number().int(),
  kind: z.enum(['heading', 'paragraph', 'table', 'caption', 'note', 'image']),
  node: z.number().int(),
  /** Start of the block in the logical text, UTF-16 units. */
  start: z.number().int(),
  text: z.string(),
  /** Heading depth, 1 the highest. */
  level: z.number().int().optional(),
  table: z
    .object({
      rows: z.number().int(),
      columns: z.number().int(),
      /** [row, column, rowSpan, columnSpan, start, end] of each cell; spans within the logical text. */
      cells: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])),
    })
    .optional(),
});

/** Span of the logical text, UTF-16 units. */
const span = { start: z.number().int(), end: z.number().int() };

/** What was taken of a file and what was not (读入报告). */
const importReport = z.object({
  entries: z.array(
    z.object({
      kind: z.string(),
      /** text 已读入正文 | kept 未读入，留在原稿中 | left 未能读入. */
      taken: z.enum(['text', 'kept', 'left']),
      count: z.number().int(),
      /** Where, the first 200; none where a thing has no place in the text. */
      places: z.array(z.object(span)),
    }),
  ),
  /** Comments and tracked changes of others that came in with a Word file, the first 5,000, in text order (他人的批注和修订). */
  foreign: z.array(
    z.object({
      kind: z.enum(['comment', 'insertion', 'deletion']),
      author: z.string(),
      /** As the file gives it. */
      at: z.string().nullable(),
      text: z.string(),
      ...span,
    }),
  ),
  /** A sentence for each entry, in the same order; for a book read before there were reports, one that says so. */
  lines: z.array(z.string()),
});

/** The import report (读入报告) on the wire. */
export type ImportReportOutput = z.infer<typeof importReport>;

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED', 'NOT_ALLOWED', 'NOT_FOUND'));
const read = signedIn.errors(refuses('NOT_READY'));

/** The plain routes beside the operations: streamed upload in, files out. `{}` are path parameters. */
export const FILE_ROUTES = {
  /**
   * POST multipart: field `file` (last), optional fields `manuscriptId`, `title`, `again` before it → `{ revisionId }`. What the
   * work holds already, byte for byte, is refused as `same-book` unless `again` is 1.
   */
  upload: '/api/works/{workId}/manuscripts',
  /** GET the original file. */
  original: '/api/revisions/{id}/original',
  /** GET the original with the chosen findings as Word comments; query `decisions` = comma list, see EXPORT_CHOICES. */
  annotated: '/api/revisions/{id}/annotated.docx',
} as const;

/** Largest manuscript that is taken, bytes. */
export const MAX_UPLOAD: number = 200 * 1024 * 1024;

/** Manuscripts (书稿). */
export const manuscripts = {
  list: signedIn
    .route({ method: 'GET', path: '/works/{workId}/revisions', summary: '项目的书稿，新稿在前' })
    .input(z.object({ workId: id }))
    .output(z.array(revision)),
  get: signedIn
    .route({ method: 'GET', path: '/revisions/{id}', summary: '书稿' })
    .input(z.object({ id }))
    .output(revision),
  outline: read
    .route({ method: 'GET', path: '/revisions/{id}/outline', summary: '篇目' })
    .input(z.object({ id }))
    .output(
      z.object({
        nodes: z.array(outlineNode),
        /** Length of each block in UTF-16 units, to size the scroll bar before the text is there. */
        blockLengths: z.array(z.number().int()),
      }),
    ),
  blocks: read
    .route({ method: 'GET', path: '/revisions/{id}/blocks', summary: '正文' })
    .input(z.object({ id, from: ordinal, limit: z.number().int().min(1).max(400).default(100) }))
    .output(z.array(block)),
  report: read
    .route({ method: 'GET', path: '/revisions/{id}/report', summary: '读入报告' })
    .input(z.object({ id }))
    .output(importReport),
  search: read
    .route({ method: 'GET', path: '/revisions/{id}/search', summary: '书内查找，最多 500 处' })
    .input(z.object({ id, query: text(60).min(1) }))
    .output(
      z.object({
        /** Hits in text order. */
        hits: z.array(
          z.object({ block: z.number().int(), start: z.number().int(), end: z.number().int(), snippet: z.string() }),
        ),
        /** True where there are more than were returned. */
        capped: z.boolean(),
      }),
    ),
  remove: signedIn
    .errors(refuses('SENT_UP'))
    .route({ method: 'DELETE', path: '/revisions/{id}', summary: '移除书稿' })
    .input(z.object({ id }))
    .output(z.object({})),
};
