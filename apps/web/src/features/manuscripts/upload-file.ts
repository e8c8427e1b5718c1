import { FAULTS, FILE_ROUTES } from '@xiuzhi/contract';

import { GUARD_HEADER } from '../../api.ts';
import { describeAnswer, fillRoute } from '../../ui/download-file.ts';

/** An upload under way: `sent` settles with the new revision's id or rejects with an Error whose message is shown. */
export interface Upload {
  sent: Promise<string>;
  /** Stops it (取消上传); `sent` then rejects with a DOMException AbortError. */
  cancel: () => void;
}

/**
 * Hands in a manuscript (上传书稿), as the next revision of `manuscriptId` where one is named. XMLHttpRequest, because
 * fetch does not tell how far an upload has come.
 */
export function uploadFile(
  workId: string,
  manuscriptId: string | null,
  file: File,
  onProgress: (bytes: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const sent = new Promise<string>((resolve, reject) => {
    request.open('POST', fillRoute(FILE_ROUTES.upload, { workId }));
    for (const [name, value] of Object.entries(GUARD_HEADER)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        resolve((JSON.parse(request.responseText) as { revisionId: string }).revisionId);
      } else reject(new Error(describeAnswer(request.status, request.responseText)));
    });
    request.addEventListener('error', () => reject(new Error(FAULTS.NETWORK)));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });
  const form = new FormData();
  // The server reads the stream as it comes, so the fields stand before the file.
  if (manuscriptId) form.append('manuscriptId', manuscriptId);
  form.append('file', file);
  request.send(form);
  return { sent, cancel: () => request.abort() };
}
