import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BULLETIN_ROUTES } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { wireBackIssue } from './back-issue-handlers.ts';
import { findFile } from './back-issues.ts';
import { requireSeries } from './bulletin-access.ts';
import { receiveBackIssue } from './receive-back-issue.ts';

/** Largest file of one issue, bytes. */
const MAX_FILE = 20 * 1024 * 1024;
/** Each file is held in the memory of a process of its own. */
const MOST_AT_ONCE = 2;

/** The plain routes of back issues: one file a request, and the file as it came. */
export function addBackIssueRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  /** Files under way by person, on this node. */
  const underWay = new Map<string, number>();

  app.post<{ Params: { id: string } }>(BULLETIN_ROUTES.backIssue.replace('{id}', ':id'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const signedIn = requireCaller(context);
    const { id } = request.params;
    if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
    const { caller, series } = await requireSeries(context.db, signedIn, id, 'bulletins.import');
    const count = underWay.get(caller.personId) ?? 0;
    if (count >= MOST_AT_ONCE)
      return reply
        .code(429)
        .send({ code: 'too-many', message: `您已有 ${MOST_AT_ONCE} 个文件正在读取，请等其中一个完成后再上传。` });
    underWay.set(caller.personId, count + 1);
    try {
      const file = await request.file({ limits: { fileSize: MAX_FILE, files: 1, fields: 2, fieldSize: 1_000 } });
      if (!file) return await reply.code(400).send({ code: 'no-file', message: '没有收到文件，请选择文件后再导入。' });
      const abort = new AbortController();
      file.file.once('limit', () => abort.abort());
      request.raw.once('close', () => {
        if (!request.raw.complete) abort.abort();
      });
      const outcome = await receiveBackIssue(context, caller, series, {
        fileName: cleanFileName(file.filename),
        content: file.file,
        signal: abort.signal,
      });
      if (file.file.truncated)
        return await reply.code(413).send({
          code: 'too-large',
          message: `文件超过 ${MAX_FILE / 1024 / 1024} MB，未保存。一期简报一般没有这么大，请删去图片后再导入。`,
        });
      if ('refusal' in outcome) return await reply.code(422).send(outcome.refusal);
      return await reply.code(200).send(wireBackIssue(outcome.row));
    } finally {
      const left = (underWay.get(caller.personId) ?? 1) - 1;
      if (left > 0) underWay.set(caller.personId, left);
      else underWay.delete(caller.personId);
    }
  });

  app.get<{ Params: { id: string } }>(BULLETIN_ROUTES.backIssueFile.replace('{id}', ':id'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const signedIn = requireCaller(context);
    const { id } = request.params;
    const file = SHAPES.uuid.test(id) ? await findFile(context.db, id) : undefined;
    if (!file) refuse('NOT_FOUND');
    const { caller } = await requireSeries(context.db, signedIn, file.series_id, 'bulletins.import');
    const sha256 = file.sha256.toString('hex');
    const bytes = await context.objects.get(sha256);
    await context.db.transaction().execute((tx) =>
      recordAudit(tx, {
        actor: caller,
        action: 'bulletins.export',
        subject: `back-issue:${id}`,
        content: sha256,
      }),
    );
    return sendFile(reply, bytes, file.file_name, 'application/octet-stream');
  });
}

/** The last part of a name as a person would know it, without characters that a file or a header cannot bear. */
function cleanFileName(name: string): string {
  const last = name.replaceAll('%22', '"').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '')
    .toWellFormed()
    .trim();
  return [...clean].slice(-120).join('') || '往期简报.docx';
}
