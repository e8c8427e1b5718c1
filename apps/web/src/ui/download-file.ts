import { FAULTS, REFUSALS } from '@xiuzhi/contract';

import { GUARD_HEADER } from '../api.ts';

/** A download that was refused, with the sentence to show. */
export class DownloadFault extends Error {}

/** Sentence for a plain route that answered with a status of failure and perhaps a refusal's code. */
export function describeAnswer(status: number, body: string): string {
  try {
    const { code, message } = JSON.parse(body) as { code?: string; message?: string };
    if (code && code in REFUSALS) return REFUSALS[code as keyof typeof REFUSALS].message;
    // Our own sentences are Chinese; what the web framework itself answers is not for a person.
    if (message && /\p{Script=Han}/u.test(message)) return message;
  } catch {
    // Not ours: an answer of something between here and the server.
  }
  if (status === 413) return '文件过大，超过了系统允许的大小。';
  return status >= 400 && status < 500 ? FAULTS.BAD_REQUEST : FAULTS.INTERNAL_SERVER_ERROR;
}

/** Fetches a file and hands it to the browser to save (下载). Throws DownloadFault with its Chinese sentence. */
export async function downloadFile(address: string, fallbackName: string): Promise<void> {
  const answer = await fetch(address, { headers: GUARD_HEADER }).catch(() => {
    throw new DownloadFault(FAULTS.NETWORK);
  });
  if (!answer.ok) throw new DownloadFault(describeAnswer(answer.status, await answer.text()));
  await saveAnswer(answer, fallbackName);
}

/** Hands the file of an answer to the browser to save (保存), under the name that came with it. */
export async function saveAnswer(answer: Response, fallbackName: string): Promise<void> {
  const named = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = named ? decodeURIComponent(named[1]!) : fallbackName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fills the `{}` places of a plain route (地址). */
export function fillRoute(route: string, values: Record<string, string>): string {
  return route.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Shows a file in a window that is open already (在新窗口打开). Throws DownloadFault with its Chinese sentence. */
export async function openFile(address: string, shown: Window | null): Promise<void> {
  const answer = await fetch(address, { headers: GUARD_HEADER }).catch(() => {
    throw new DownloadFault(FAULTS.NETWORK);
  });
  if (!answer.ok) throw new DownloadFault(describeAnswer(answer.status, await answer.text()));
  const file = URL.createObjectURL(await answer.blob());
  if (shown) shown.location.href = file;
  // The window reads it for as long as it is open; the page that made it lets go of it with itself.
}
