import path from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FIGURE_KIND_NAMES, FIGURE_ROUTES } from '@xiuzhi/contract';
import type { FigureKind } from '@xiuzhi/review';

import type { Database } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { refuse, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { enterLedger } from './handlers.ts';
import { listFigures, type FigureFilter } from './store.ts';
import type { LedgerPaper } from './write-ledger.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_FIGURES = 200_000;
const WRITE = path.join(import.meta.dirname, 'write-ledger.child.ts');

/** What the file says of the book it is of; given by the manuscripts feature. */
type FindTitle = (db: Database, revisionId: string) => Promise<{ title: string; number: number } | undefined>;

/** The plain routes of figures: the ledger as .xlsx and .json, by the filter of the page. */
export function addFigureRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  findTitle: FindTitle,
): void {
  const add = (
    route: string,
    write: (paper: LedgerPaper, figures: Figures) => Promise<Uint8Array>,
    [suffix, media]: readonly [string, string],
  ) =>
    app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
      route.replace('{id}', ':id'),
      async (request, reply) => {
        const context = await contextOf(request, reply);
        const { id } = request.params;
        if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
        const caller = await enterLedger(context, id, 'figures.read');
        const book = await findTitle(context.db, id);
        if (!book) refuse('NOT_READY');
        const filter = readFilter(request.query);
        const figures = await listFigures(context.db, id, filter, {
          sort: 'place',
          descending: false,
          after: null,
          limit: MOST_FIGURES,
        });
        await context.db.transaction().execute((tx) =>
          recordAudit(tx, {
            actor: caller,
            action: 'figures.export',
            subject: `revision:${id}`,
            content: { filter, figures: figures.length },
          }),
        );
        const bytes = await write({ ...book, limits: describeFilter(filter), rows: figures }, figures);
        return sendFile(reply, bytes, `${book.title}（数据台账）.${suffix}`, media);
      },
    );
  add(FIGURE_ROUTES.ledgerXlsx, writeInChild, ['xlsx', XLSX]);
  add(
    FIGURE_ROUTES.ledgerJson,
    async ({ title, number, limits }, figures) => Buffer.from(JSON.stringify({ title, number, limits, figures })),
    ['json', 'application/json'],
  );
}

type Figures = Awaited<ReturnType<typeof listFigures>>;

/** A table of tens of thousands of rows takes seconds, which nobody else should wait for. */
async function writeInChild(paper: LedgerPaper): Promise<Uint8Array> {
  return runChild<Uint8Array>(WRITE, { input: paper }).catch((error: unknown) => {
    if (error instanceof ChildFailure) refuse('PRINT_FAILED');
    throw error;
  });
}

function readFilter(query: Record<string, unknown>): FigureFilter {
  const word = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.isWellFormed() && !value.includes('\0') ? value.slice(0, 60) : undefined;
  };
  const kind = word('kind');
  return {
    ...(word('search')?.trim() && { search: word('search')!.trim() }),
    ...(word('unit') !== undefined && { unit: word('unit') }),
    ...(kind !== undefined && Object.hasOwn(FIGURE_KIND_NAMES, kind) && { kind: kind as FigureKind }),
    ...(word('period') !== undefined && { period: word('period') }),
  };
}

function describeFilter({ search, unit, kind, period }: FigureFilter): string {
  return [
    search && `含“${search}”`,
    unit !== undefined && `单位${unit || '未写'}`,
    kind && FIGURE_KIND_NAMES[kind],
    period !== undefined && (period || '时期未写'),
  ]
    .filter(Boolean)
    .join('，');
}
