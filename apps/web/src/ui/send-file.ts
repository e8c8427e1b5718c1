import { FAULTS } from '@xiuzhi/contract';

import { GUARD_HEADER } from '../api.ts';
import { describeAnswer } from './download-file.ts';

/** A file under way (上传): `sent` settles with the answer's body or rejects with an Error whose message is shown, its cause the answer's text. */
export interface Sending {
  sent: Promise<unknown>;
  /** Stops it (取消上传); `sent` then rejects with a DOMException AbortError. */
  cancel: () => void;
}

/** Sends a file to a plain route (上传文件). XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function sendFile(
  address: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  onProgress: (bytes: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const sent = new Promise<unknown>((resolve, reject) => {
    request.open('POST', address);
    for (const [name, value] of Object.entries(GUARD_HEADER)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(new Error(describeAnswer(request.status, request.responseText), { cause: request.responseText }));
    });
    request.addEventListener('error', () => reject(new Error(FAULTS.NETWORK)));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });
  const form = new FormData();
  // The server reads the stream as it comes, so the fields stand before the file.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  request.send(form);
  return { sent, cancel: () => request.abort() };
}
