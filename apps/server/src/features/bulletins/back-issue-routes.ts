import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BULLETIN_ROUTES } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { cleanFileName } from '../../http/clean-file-name.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { sendFile } from '../../http/send-file.ts';
import { wireBackIssue } from './back-issue-handlers.ts';
import { findFile } from './back-issues.ts';
import { requireSeries } from './bulletin-access.ts';
import { receiveBackIssue } from './receive-back-issue.ts';

/** Largest file of one issue, megabytes. */
const MAX_FILE = 20;
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
      const limits = { megabytes: MAX_FILE, advice: '一期简报一般没有这么大，请删去图片后再导入。' };
      return await receiveUpload(request, reply, limits, async ({ fileName, ...upload }) => {
        const file = { ...upload, fileName: cleanFileName(fileName, '往期简报.docx') };
        const outcome = await receiveBackIssue(context, caller, series, file);
        return 'refusal' in outcome ? outcome : { answer: wireBackIssue(outcome.row) };
      });
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
