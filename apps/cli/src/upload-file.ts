import { createReadStream } from 'node:fs';
import path from 'node:path';

import { FILE_ROUTES } from '@xiuzhi/contract';

import type { Connection } from './connect-server.ts';

/** Where an upload goes (上传到何处). */
export interface Aim {
  readonly workId: string;
  /** Also what the work holds already, byte for byte. */
  readonly again: boolean;
}

/**
 * Uploads a file (上传) to a work as a stream and resolves with the revision it became; `report` hears the bytes sent so
 * far. The multipart body is written by hand: FormData would tell nothing of its progress.
 */
export async function uploadFile(
  connection: Connection,
  aim: Aim,
  file: string,
  report: (bytes: number) => void,
): Promise<string> {
  const boundary = `xiuzhi-${crypto.randomUUID()}`;
  const response = await connection.send(FILE_ROUTES.upload.replace('{workId}', encodeURIComponent(aim.workId)), {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: ReadableStream.from(writeBody(aim, file, boundary, report)),
    duplex: 'half',
  });
  const { revisionId } = (await response.json()) as { revisionId: string };
  return revisionId;
}

async function* writeBody(aim: Aim, file: string, boundary: string, report: (bytes: number) => void) {
  // Characters that end the header's own quoting; the server keeps none of them in a name either.
  const name = path.basename(file).replaceAll(/["\\\r\n]/g, '');
  const encoder = new TextEncoder();
  if (aim.again) yield encoder.encode(`--${boundary}\r\ncontent-disposition: form-data; name="again"\r\n\r\n1\r\n`);
  yield encoder.encode(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
      'content-type: application/octet-stream\r\n\r\n',
  );
  let sent = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    yield chunk;
    sent += chunk.length;
    report(sent);
  }
  yield encoder.encode(`\r\n--${boundary}--\r\n`);
}
