import { FILE_ROUTES } from '@xiuzhi/contract';

import { fillRoute } from '../../ui/download-file.ts';
import { sendFile } from '../../ui/send-file.ts';

/** An upload under way: `sent` settles with the new revision's id or rejects with an Error whose message is shown. */
export interface Upload {
  sent: Promise<string>;
  /** Stops it (取消上传); `sent` then rejects with a DOMException AbortError. */
  cancel: () => void;
}

/** Hands in a manuscript (上传书稿), as the next revision of `manuscriptId` where one is named; `again` takes what the work holds already. */
export function uploadFile(
  workId: string,
  manuscriptId: string | null,
  again: boolean,
  file: File,
  onProgress: (bytes: number) => void,
): Upload {
  const fields = { ...(manuscriptId ? { manuscriptId } : {}), ...(again ? { again: '1' } : {}) };
  const { sent, cancel } = sendFile(fillRoute(FILE_ROUTES.upload, { workId }), fields, file, onProgress);
  return { sent: sent.then((answer) => (answer as { revisionId: string }).revisionId), cancel };
}

/** Whether an upload was refused because the work holds the very same file already (内容完全相同). */
export function isSameBook(error: unknown): boolean {
  return error instanceof Error && typeof error.cause === 'string' && error.cause.includes('"same-book"');
}
