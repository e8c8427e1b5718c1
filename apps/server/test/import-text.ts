import type { Visitor } from './open-house.ts';

/** Makes a work and imports a file into it; resolves with the revision once it is ready, throws where it fails. */
export async function importText(
  visitor: Visitor,
  organisationId: string,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const work = await visitor.api.works.create({
    title: '乙县年鉴（2024）',
    kind: 'yearbook',
    recordedYear: 2023,
    organisationId,
  });
  const response = await upload(visitor, work.id, fileName, content);
  const body = (await response.json()) as { revisionId?: string; message?: string };
  if (!body.revisionId) throw new Error(body.message);
  return untilReady(visitor, body.revisionId);
}

/** Posts a file as a browser would. */
export async function upload(
  visitor: Visitor,
  workId: string,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  return visitor.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
}

/** Waits until an import has ended well. */
export async function untilReady(visitor: Visitor, id: string): Promise<string> {
  for (;;) {
    const revision = await visitor.api.manuscripts.get({ id });
    if (revision.state === 'ready') return id;
    if (revision.state === 'failed') throw new Error(revision.problem ?? 'failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
