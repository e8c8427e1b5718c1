import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MOST_WORDS, WORD_KIND_NAMES, WORD_ROUTES } from '@xiuzhi/contract';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { WORD_KINDS } from '@xiuzhi/review';

import { recordAudit } from '../../db/record-audit.ts';
import { reach, refuse, requireCaller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { countWords, holdWords, insertWords } from './dictionary.ts';
import { COLUMNS, readWords } from './read-words.ts';
import { enterSettings } from './settings-handlers.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Largest list, bytes: twenty thousand words with all there is to say of them. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The plain routes of works: words imported from a list, and the template of one. */
export function addWorkRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  /** Who imports, on this node: one list at a time is enough for anybody. */
  const importing = new Set<string>();
  app.get(WORD_ROUTES.wordsTemplate, async (request, reply) => {
    const caller = requireCaller(await contextOf(request, reply));
    if (reach(caller, 'works.configure').length === 0) refuse('NOT_ALLOWED');
    return sendFile(reply, await writeTemplate(), '词库导入模板.xlsx', XLSX);
  });

  app.post<{ Params: { workId: string } }>(
    WORD_ROUTES.importWords.replace('{workId}', ':workId'),
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const { workId } = request.params;
      requireCaller(context);
      if (!SHAPES.uuid.test(workId)) refuse('NOT_FOUND');
      const { caller } = await enterSettings(context, workId, 'works.configure');
      if (importing.has(caller.personId))
        return reply.code(429).send({ code: 'too-many', message: '您的上一份名单还在处理，请稍候再试。' });
      importing.add(caller.personId);
      try {
        const file = await request.file({ limits: { fileSize: MOST_BYTES, files: 1, fields: 1, fieldSize: 100 } });
        if (!file)
          return await reply.code(400).send({ code: 'no-file', message: '没有收到名单，请粘贴或选择文件后再导入。' });
        const field = file.fields.kind;
        const named = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined;
        const chunks: Buffer[] = [];
        for await (const chunk of file.file) chunks.push(chunk as Buffer);
        if (file.file.truncated)
          return await reply.code(413).send({ code: 'too-large', message: '名单超过 5 MB，请分几次导入。' });
        const kind = WORD_KINDS.find((one) => one === named) ?? 'term';
        const words = await readWords(new Uint8Array(Buffer.concat(chunks)), kind);
        if (typeof words === 'string') return await reply.code(422).send({ code: 'unreadable', message: words });
        const added = await context.db.transaction().execute(async (tx) => {
          await holdWords(tx, workId);
          const fresh = await insertWords(tx, workId, words, caller.personId);
          if ((await countWords(tx, workId)) > MOST_WORDS) refuse('DICTIONARY_FULL');
          await recordAudit(tx, {
            actor: caller,
            action: 'works.importWords',
            subject: `work:${workId}`,
            content: words,
          });
          return fresh;
        });
        return await reply.send({ added, changed: words.length - added });
      } finally {
        importing.delete(caller.personId);
      }
    },
  );
}

function writeTemplate(): Promise<Uint8Array> {
  return writeSheet({
    sheet: '词库',
    isLandscape: false,
    top: [],
    columns: Object.values(COLUMNS).map((header) => ({ header, width: header === COLUMNS.wrong ? 30 : 18 })),
    rows: [
      ['乙县农业农村局', WORD_KIND_NAMES.institution, '乙县农业农村委员会、乙县农牧局', '2019', ''],
      ['丁家镇', WORD_KIND_NAMES.place, '丁加镇', '', ''],
    ],
  });
}
