import { BULLETIN_FORMATS, BULLETIN_ROUTES } from '@xiuzhi/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { sendFile } from '../../http/send-file.ts';
import { typesetPaper } from '../../paper/typeset-paper.ts';
import { enterIssue, requireSeries } from './bulletin-access.ts';
import { fileNameOf, paperOfIssue } from './paper-of-issue.ts';
import { receiveDraft } from './receive-draft.ts';
import { loadItems } from './store-items.ts';
import { findPublished } from './store.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/** Largest file of items, megabytes: pictures are not taken along. */
const MAX_FILE = 20;

const pathOf = (route: keyof typeof BULLETIN_ROUTES) =>
  BULLETIN_ROUTES[route].replace('{id}', ':id').replace('{format}', ':format');

/** What a reader of the web sees in place of an issue that is not, or no longer, shown. */
const NOT_SHOWN =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>未公开</title></head>' +
  '<body><p>该期简报没有在网上公开，或者已经撤下。</p></body></html>';

/** The plain routes of issues: printed, read back, put on the web; a file of items made into a draft. */
export function addBulletinRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  addDraftRoute(app, contextOf);

  app.get<{ Params: { id: string; format: string } }>(pathOf('print'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const signedIn = requireCaller(context);
    const { id } = request.params;
    const format = BULLETIN_FORMATS.find((one) => one === request.params.format);
    if (!format || !SHAPES.uuid.test(id)) refuse('NOT_FOUND');
    const { issue, caller } = await enterIssue(context.db, signedIn, id);
    const paper = paperOfIssue(issue, await loadItems(context.db, id));
    const { bytes, mediaType } = await typesetPaper(paper, format, {
      fontFolder: context.fontFolder,
      by: caller.personId,
    });
    const { state, version } = issue;
    await context.db.transaction().execute((tx) =>
      recordAudit(tx, {
        actor: caller,
        action: 'bulletins.export',
        subject: `bulletin:${id}`,
        content: { format, state, version },
      }),
    );
    return sendFile(reply, bytes, `${fileNameOf(issue)}.${format}`, mediaType);
  });

  app.get<{ Params: { id: string } }>(pathOf('original'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const signedIn = requireCaller(context);
    const { id } = request.params;
    if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
    const { issue, caller, isOwn } = await enterIssue(context.db, signedIn, id);
    if (!issue.original_sha256) refuse('NOT_FOUND');
    if (!isOwn) refuse('NOT_ALLOWED');
    const sha256 = issue.original_sha256.toString('hex');
    const bytes = await context.objects.get(sha256);
    await context.db
      .transaction()
      .execute((tx) =>
        recordAudit(tx, { actor: caller, action: 'bulletins.export', subject: `bulletin:${id}`, content: { sha256 } }),
      );
    return sendFile(reply, bytes, issue.original_name ?? '往期简报', 'application/octet-stream');
  });

  // Whoever knows the address: it is on the web. What is taken down is gone at once.
  app.get<{ Params: { id: string } }>(pathOf('published'), async (request, reply) => {
    const { db, fontFolder } = await contextOf(request, reply);
    const { id } = request.params;
    const issue = SHAPES.uuid.test(id) ? await findPublished(db, id) : undefined;
    if (!issue)
      return reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NOT_SHOWN);
    const paper = paperOfIssue(issue, await loadItems(db, id));
    const { bytes, mediaType } = await typesetPaper(paper, 'html', { fontFolder, by: 'public' });
    return reply.header('content-type', mediaType).header('cache-control', 'no-store').send(Buffer.from(bytes));
  });
}

function addDraftRoute(app: FastifyInstance, contextOf: ContextOf): void {
  /** Who has a file read, on this node: one at a time is enough for anybody. */
  const reading = new Set<string>();

  app.post<{ Params: { id: string } }>(pathOf('draft'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const signedIn = requireCaller(context);
    const { id } = request.params;
    if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
    const { caller, series } = await requireSeries(context.db, signedIn, id, 'bulletins.draft');
    if (series.ended_on !== null) refuse('SERIES_ENDED');
    if (reading.has(caller.personId))
      return reply.code(429).send({ code: 'too-many', message: '您的上一份文件还在读取，请稍候再试。' });
    reading.add(caller.personId);
    try {
      const limits = { megabytes: MAX_FILE, advice: '请删去图片后再上传。' };
      return await receiveUpload(request, reply, limits, (upload) => receiveDraft(context, signedIn, id, upload));
    } finally {
      reading.delete(caller.personId);
    }
  });
}
