import { FILE_ROUTES } from '@xiuzhi/contract';

import { fillRoute } from '../../ui/download-file.ts';
import { sendFile } from '../../ui/send-file.ts';

/** An upload under way: `sent` settles with the new revision's id or rejects with an Error whose message is shown. */
export interface Upload {
  sent: Promise<string>;
  /** Stops it (取消上传); `sent` then rejects with a DOMException AbortError. */
  cancel: () => void;
}

/** Hands in a manuscript (上传书稿), as the next revision of `manuscriptId` where one is named. */
export function uploadFile(
  workId: string,
  manuscriptId: string | null,
  file: File,
  onProgress: (bytes: number) => void,
): Upload {
  const fields: Record<string, string> = manuscriptId ? { manuscriptId } : {};
  const { sent, cancel } = sendFile(fillRoute(FILE_ROUTES.upload, { workId }), fields, file, onProgress);
  return { sent: sent.then((answer) => (answer as { revisionId: string }).revisionId), cancel };
}
