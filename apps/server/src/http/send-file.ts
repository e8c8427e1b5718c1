import type { FastifyReply } from 'fastify';

/** Sends bytes as a download with a Chinese file name (RFC 6266), never to be shown by the browser itself. */
export function sendFile(reply: FastifyReply, bytes: Uint8Array, fileName: string, mediaType: string): FastifyReply {
  // A lone surrogate cannot be encoded, and would be a fault of the server.
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="download"; filename*=UTF-8''${encoded}`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
