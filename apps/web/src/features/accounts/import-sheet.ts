import { ACCOUNT_FILE_ROUTES, FAULTS, type ImportedPerson } from '@xiuzhi/contract';

import { GUARD_HEADER } from '../../api.ts';
import { DownloadFault, describeAnswer, saveAnswer } from '../../ui/download-file.ts';

async function send(route: string, sheet: File): Promise<Response> {
  const form = new FormData();
  form.append('file', sheet);
  return fetch(route, { method: 'POST', headers: GUARD_HEADER, body: form }).catch(() => {
    throw new DownloadFault(FAULTS.NETWORK);
  });
}

/** What the import of a worksheet would do (预览), line by line; throws DownloadFault with its Chinese sentence. */
export async function previewSheet(sheet: File): Promise<readonly ImportedPerson[]> {
  const answer = await send(ACCOUNT_FILE_ROUTES.preview, sheet);
  if (!answer.ok) throw new DownloadFault(describeAnswer(answer.status, await answer.text()));
  return ((await answer.json()) as { rows: readonly ImportedPerson[] }).rows;
}

/** Imports a worksheet (导入) and saves the one with the one-time passwords; throws DownloadFault. */
export async function importSheet(sheet: File): Promise<void> {
  const answer = await send(ACCOUNT_FILE_ROUTES.commit, sheet);
  if (!answer.ok) throw new DownloadFault(describeAnswer(answer.status, await answer.text()));
  await saveAnswer(answer, '一次性口令.xlsx');
}
