import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNT_FILE_ROUTES } from '@xiuzhi/contract';
import { ROLE_NAMES } from '@xiuzhi/domain';

import type { Context } from '../../http/context.ts';
import { sendFile } from '../../http/send-file.ts';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { ImportProblems, importPersons } from './import-persons.ts';
import { planImport } from './plan-import.ts';
import { COLUMNS, readPersonsSheet, type PersonLine } from './read-persons-sheet.ts';
import { requireManager } from './require-session.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Largest worksheet, bytes: a thousand times a list of persons. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The plain routes of accounts: the import of persons from a worksheet, and its template. */
export function addAccountRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  /** Who imports, on this node: one worksheet at a time is enough for anybody. */
  const importing = new Set<string>();
  app.get(ACCOUNT_FILE_ROUTES.template, async (request, reply) => {
    requireManager(await contextOf(request, reply));
    return sendFile(reply, await writeTemplate(), '人员导入模板.xlsx', XLSX);
  });

  const receive = (
    route: string,
    take: (context: Context, lines: readonly PersonLine[], reply: FastifyReply) => unknown,
  ) =>
    app.post(route, async (request, reply) => {
      const context = await contextOf(request, reply);
      const { personId } = requireManager(context);
      if (importing.has(personId))
        return reply.code(429).send({ code: 'too-many', message: '您的上一份表格还在处理，请稍候再试。' });
      importing.add(personId);
      try {
        const file = await request.file({ limits: { fileSize: MOST_BYTES, files: 1, fields: 0 } });
        if (!file)
          return await reply.code(400).send({ code: 'no-file', message: '没有收到文件，请选择一份表格后再导入。' });
        const chunks: Buffer[] = [];
        for await (const chunk of file.file) chunks.push(chunk as Buffer);
        if (file.file.truncated)
          return await reply
            .code(413)
            .send({ code: 'too-large', message: '表格超过 5 MB，请只保留人员名单后再导入。' });
        const lines = await readPersonsSheet(new Uint8Array(Buffer.concat(chunks)));
        if (typeof lines === 'string') return await reply.code(422).send({ code: 'unreadable', message: lines });
        return await take(context, lines, reply);
      } finally {
        importing.delete(personId);
      }
    });

  receive(ACCOUNT_FILE_ROUTES.preview, async (context, lines, reply) => {
    const planned = await planImport(context.db, requireManager(context), lines);
    return reply.send({ rows: planned.map(({ shown }) => shown) });
  });
  receive(ACCOUNT_FILE_ROUTES.commit, async (context, lines, reply) => {
    try {
      const sheet = await importPersons(context, requireManager(context), lines);
      return sendFile(reply, sheet, '一次性口令.xlsx', XLSX);
    } catch (error) {
      if (!(error instanceof ImportProblems)) throw error;
      return reply
        .code(409)
        .send({ code: 'import-problems', message: '表格中有不能导入的行，没有导入任何人员。', rows: error.rows });
    }
  });
}

function writeTemplate(): Promise<Uint8Array> {
  return writeSheet({
    sheet: '人员',
    isLandscape: false,
    top: [],
    columns: Object.values(COLUMNS).map((header) => ({ header, width: header === COLUMNS.organisation ? 30 : 16 })),
    rows: [['张某', 'zhangmou', '乙县地方志办公室', ROLE_NAMES.reviewer, '编辑', '2024-01-01']],
  });
}
