import { expect } from 'vitest';

import type { Hand } from './hand.ts';

/** One line of a book, with `FINDINGS` findings in a gazetteer, one of them of `RULE`. */
export const LINE = '我县有七、八户养蜂，面积15～30%为山地。\n';
export const FINDINGS = 3;
export const RULE = 'person-deixis';
/** How long a drill waits for work that goes on by itself. */
export const PATIENCE = { timeout: 90_000, interval: 100 };

/** Hands a text in, as the next revision of `manuscriptId` where one is named; resolves when it is acknowledged. */
export async function importOnce(hand: Hand, fileName: string, text: string, manuscriptId?: string): Promise<string> {
  const form = new FormData();
  if (manuscriptId) form.append('manuscriptId', manuscriptId);
  form.append('file', new Blob([text]), fileName);
  const response = await hand.visitor.fetch(`/api/works/${hand.workId}/manuscripts`, { method: 'POST', body: form });
  const body = (await response.json()) as { revisionId?: string; message?: string };
  if (!body.revisionId) throw new Error(body.message);
  return body.revisionId;
}

/** Hands a text in and waits until it is read. */
export async function importReady(hand: Hand, fileName: string, text: string): Promise<string> {
  const id = await importOnce(hand, fileName, text);
  await expect.poll(async () => (await hand.visitor.api.manuscripts.get({ id })).state, PATIENCE).toBe('ready');
  return id;
}
