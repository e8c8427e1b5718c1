import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DISPATCH_ROUTES } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { reach, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { sendFile } from '../../http/send-file.ts';
import { typesetPaper } from '../../paper/typeset-paper.ts';
import { approvalSheet } from './approval-sheet.ts';
import { enterDispatch } from './enter-dispatch.ts';
import { readCopy } from './read-copy.ts';
import { takenSheet } from './taken-sheet.ts';
import { nameOfTaken, paperOfTaken, writeTakenSheet } from './write-taken.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORMATS = ['xlsx', 'docx', 'pdf'] as const;
/** Largest file of one item with its pictures. */
const MOST_MEGABYTES = 20;
const MONTH = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/u;

/** The plain routes of dispatches: a Word file read for the form, the sheet for approval, the monthly sheet. */
export function addDispatchRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  /** Who has a file read, on this node: one at a time is enough for anybody. */
  const reading = new Set<string>();

  app.post(DISPATCH_ROUTES.read, async (request, reply) => {
    const caller = requireCaller(await contextOf(request, reply));
    if (reach(caller, 'dispatches.send').length === 0) refuse('NOT_ALLOWED');
    if (reading.has(caller.personId))
      return reply.code(429).send({ code: 'too-many', message: '您的上一份文件还在读取，请稍候再试。' });
    reading.add(caller.personId);
    try {
      return await receiveUpload(request, reply, { megabytes: MOST_MEGABYTES, advice: '请删去图片后再试。' }, readCopy);
    } finally {
      reading.delete(caller.personId);
    }
  });

  app.get<{ Params: { id: string; format: string } }>(
    DISPATCH_ROUTES.sheet.replace('{id}', ':id').replace('{format}', ':format'),
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const signedIn = requireCaller(context);
      const { id, format } = request.params;
      if (!SHAPES.uuid.test(id) || (format !== 'docx' && format !== 'pdf')) refuse('NOT_FOUND');
      const { row, caller } = await enterDispatch(context.db, signedIn, id, 'dispatches.read');
      const order = { fontFolder: context.fontFolder, by: signedIn.personId };
      const { bytes, mediaType } = await typesetPaper(approvalSheet(row), format, order);
      await auditExport(context, caller, `dispatch:${id}`, { format });
      return sendFile(reply, bytes, `信息报送审签单（${row.title.slice(0, 40)}）.${format}`, mediaType);
    },
  );

  app.get<{ Params: { format: string }; Querystring: { series?: unknown; month?: unknown } }>(
    DISPATCH_ROUTES.taken.replace('{format}', ':format'),
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const signedIn = requireCaller(context);
      const [seriesId, month, format] = [
        String(request.query.series),
        String(request.query.month),
        FORMATS.find((one) => one === request.params.format),
      ];
      if (!SHAPES.uuid.test(seriesId) || !MONTH.test(month) || !format) refuse('NOT_FOUND');
      const { sheet, caller } = await takenSheet(context.db, signedIn, { seriesId, month });
      const order = { fontFolder: context.fontFolder, by: signedIn.personId };
      const { bytes, mediaType } =
        format === 'xlsx'
          ? { bytes: await writeTakenSheet(sheet), mediaType: XLSX }
          : await typesetPaper(paperOfTaken(sheet), format, order);
      await auditExport(context, caller, `series:${seriesId}`, { month, format });
      return sendFile(reply, bytes, `${nameOfTaken(sheet)}.${format}`, mediaType);
    },
  );
}

function auditExport(context: Context, actor: Caller, subject: string, content: unknown): Promise<void> {
  return context.db
    .transaction()
    .execute((tx) => recordAudit(tx, { actor, action: 'dispatches.export', subject, content }));
}
