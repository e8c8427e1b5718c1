import type { Readable } from 'node:stream';

import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file that somebody sends (上传文件), to be read once. */
export interface Upload {
  readonly fileName: string;
  readonly content: Readable;
  /** Aborted where the file is too large, or its sender is gone. */
  readonly signal: AbortSignal;
}

/** Why a file is not taken: a code and one Chinese sentence. */
export interface UploadRefusal {
  readonly code: string;
  readonly message: string;
}

const MEGABYTE = 1024 * 1024;

/**
 * Receives the one file of a request: what the work makes of it is the answer, what it refuses is one of 422. `advice` tells
 * the sender of a file that is too large what to do, behind how large a file may be.
 */
export async function receiveUpload<T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  { megabytes, advice }: { readonly megabytes: number; readonly advice: string },
  work: (upload: Upload) => Promise<{ readonly answer: T } | { readonly refusal: UploadRefusal }>,
): Promise<FastifyReply> {
  const file = await request.file({
    limits: { fileSize: megabytes * MEGABYTE, files: 1, fields: 4, fieldSize: 1_000 },
  });
  if (!file) return reply.code(400).send({ code: 'no-file', message: '没有收到文件，请选择一个文件后再上传。' });
  const abort = new AbortController();
  file.file.once('limit', () => abort.abort());
  request.raw.once('close', () => {
    if (!request.raw.complete) abort.abort();
  });
  const outcome = await work({ fileName: file.filename, content: file.file, signal: abort.signal });
  if (file.file.truncated)
    return reply.code(413).send({ code: 'too-large', message: `文件超过 ${megabytes} MB，未保存。${advice}` });
  if ('refusal' in outcome) return reply.code(422).send(outcome.refusal);
  return reply.code(200).send(outcome.answer);
}
