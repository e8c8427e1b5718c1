import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Database } from './db/open-database.ts';
import { recordAudit } from './db/record-audit.ts';
import type { FirstStart } from './features/accounts/ensure-administrator.ts';
import { insertRevision } from './features/manuscripts/store.ts';
import { insertWork } from './features/works/store.ts';
import type { Jobs } from './jobs/open-jobs.ts';
import { openFileStore } from './objects/object-store.ts';

const FILE = '乙县年鉴（示例）.md';

/** Imports the sample work (示例项目) of an invented county, with planted errors, so that every page has something to show. */
export async function seedSample(
  house: { db: Database; jobs: Jobs },
  objectFolder: string,
  first: FirstStart,
): Promise<void> {
  const bytes = await readFile(path.join(import.meta.dirname, 'sample', FILE));
  const sha256 = await openFileStore(objectFolder).put(bytes);
  await house.db.transaction().execute(async (tx) => {
    const workId = await insertWork(tx, {
      organisationId: first.provinceId,
      title: '乙县年鉴（2024）（示例）',
      kind: 'yearbook',
      recordedYear: 2023,
    });
    const revisionId = await insertRevision(tx, {
      workId,
      manuscriptId: null,
      title: '乙县年鉴（2024）示例卷',
      importedBy: first.personId,
      original: { fileName: FILE, format: 'md', sha256, bytes: bytes.length },
    });
    await house.jobs.enqueue(tx, 'read-revision', { revisionId: revisionId! });
    await recordAudit(tx, {
      actor: null,
      action: 'manuscripts.import',
      subject: `revision:${revisionId}`,
      content: sha256,
    });
  });
}
