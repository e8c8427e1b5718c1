import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILE_ROUTES, MAX_UPLOAD } from '@xiuzhi/contract';

import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { importManuscript } from './import-manuscript.ts';
import { findRevision } from './store.ts';

/** Each upload is held in the memory of a process of its own, and a slow line holds it for long. */
const MOST_UPLOADS = 3;
/** Most that a form has beside its file, bytes. */
const FORM = 16_384;
const TOO_LARGE = {
  code: 'too-large',
  message: `文件超过 ${MAX_UPLOAD / 1024 / 1024} MB，未保存。请压缩图片或分卷后再导入。`,
};
const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain',
  pdf: 'application/pdf',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
};

/** The plain routes of manuscripts: streamed upload, and the original as it came. */
export function addManuscriptRoutes(
  app: FastifyInstance,
  objectFolder: string,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  /** Uploads under way by person, on this node. */
  const uploading = new Map<string, number>();
  app.post<{ Params: { workId: string } }>(
    FILE_ROUTES.upload.replace('{workId}', ':workId'),
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const signedIn = requireCaller(context);
      const { workId } = request.params;
      const territory = SHAPES.uuid.test(workId) ? await findTerritory(context.db, 'work', workId) : undefined;
      if (!territory) refuse('NOT_FOUND');
      const caller = requireMay(signedIn, 'manuscripts.import', territory, 'works.read');
      if ((uploading.get(caller.personId) ?? 0) >= MOST_UPLOADS)
        return reply.code(429).send({
          code: 'too-many',
          message: `您已有 ${MOST_UPLOADS} 个文件正在上传，请等其中一个完成后再导入。`,
        });

      // Told before any of it is held in memory; what comes all the same is let go.
      if (Number(request.headers['content-length']) > MAX_UPLOAD + FORM) {
        request.raw.resume();
        return reply.code(413).send(TOO_LARGE);
      }
      const file = await request.file({ limits: { fileSize: MAX_UPLOAD, files: 1, fields: 4, fieldSize: 1_000 } });
      if (!file) return reply.code(400).send({ code: 'no-file', message: '没有收到文件，请选择一个文件后再导入。' });
      const field = (name: string) => {
        const part = file.fields[name];
        return part && !Array.isArray(part) && part.type === 'field' && typeof part.value === 'string'
          ? part.value.trim()
          : '';
      };
      const manuscriptId = field('manuscriptId') || null;
      // A new manuscript instead of a new revision would be a surprise.
      if (manuscriptId && !SHAPES.uuid.test(manuscriptId)) {
        file.file.resume();
        refuse('NOT_FOUND');
      }
      const fileName = cleanFileName(file.filename);
      const abort = new AbortController();
      file.file.once('limit', () => abort.abort());
      request.raw.once('close', () => {
        if (!request.raw.complete) abort.abort();
      });
      const outcome = await counted(uploading, caller.personId, () =>
        importManuscript(context, objectFolder, caller, {
          workId,
          manuscriptId,
          title: [...cleanText(field('title'))].slice(0, 120).join('') || fileName.replace(/\.[^.]+$/, ''),
          fileName,
          again: field('again') === '1',
          content: file.file,
          signal: abort.signal,
        }),
      );
      if (file.file.truncated) return reply.code(413).send(TOO_LARGE);
      if ('refusal' in outcome)
        return reply.code(outcome.refusal.code === 'same-book' ? 409 : 422).send(outcome.refusal);
      return reply.code(202).send(outcome);
    },
  );

  app.get<{ Params: { id: string } }>(FILE_ROUTES.original.replace('{id}', ':id'), async (request, reply) => {
    const context = await contextOf(request, reply);
    const caller = requireCaller(context);
    const { id } = request.params;
    const territory = SHAPES.uuid.test(id) ? await findTerritory(context.db, 'revision', id) : undefined;
    const revision = territory && (await findRevision(context.db, id));
    if (!territory || !revision) refuse('NOT_FOUND');
    requireMay(caller, 'manuscripts.read', territory, 'works.read');
    const bytes = await context.objects.get(revision.sha256.toString('hex'));
    return sendFile(reply, bytes, revision.file_name, MEDIA[revision.format as keyof typeof MEDIA]);
  });
}

/** Runs `work` while it counts under `key`. */
async function counted<T>(counts: Map<string, number>, key: string, work: () => Promise<T>): Promise<T> {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
}

/** The last part of a name as a person would know it, without characters that a file or a header cannot bear. */
function cleanFileName(name: string): string {
  // A form writes the quotation mark of a name as %22.
  const last = name.replaceAll('%22', '"').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = cleanText(last).replace(/["<>|:*?]/g, '');
  return [...clean].slice(-120).join('') || '未命名.txt';
}

/** Text without control characters, nor marks that make it read in another order than it is written. */
function cleanText(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .toWellFormed()
    .trim();
}
