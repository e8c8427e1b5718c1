import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from 'vitest';

import { askCluster, type Hand } from './hand.ts';

/**
 * What holds of every house at rest whatever was killed: each change has its audit row of the same transaction, each
 * revision its original, no object is half written, and the audit chain verifies.
 */
export async function checkHouse(hand: Hand): Promise<void> {
  const ask = (text: string) => askCluster(hand.data, text);
  // xmin is the transaction that wrote the row last, modulo 2^32.
  expect(
    await ask(`select seq, decision from finding f where version > 0
      and not exists (select 1 from audit_entry e where f.xmin = e.xid::xid)`),
  ).toEqual([]);
  expect(
    await ask(`select r.id, r.state from revision r
      where 1 <> (select count(*) from audit_entry where action = 'manuscripts.import' and subject = 'revision:' || r.id)
        or 1 <> (select count(*) from audit_entry where action = 'manuscripts.read' and subject = 'revision:' || r.id)
        or not exists (select 1 from block b where b.revision_id = r.id)
        or not exists (select 1 from review_run u where u.revision_id = r.id)`),
  ).toEqual([]);

  const objects = new Set(readObjects(path.join(hand.data, 'originals')));
  const named = await askCluster<{ sha256: string }>(
    hand.data,
    `select encode(sha256, 'hex') as sha256 from
       (select sha256 from revision union select reading_sha256 from revision union select sha256 from reply union select sha256 from bulletin_import) o
     where sha256 is not null`,
  );
  expect(named.filter(({ sha256 }) => !objects.has(sha256))).toEqual([]);

  const chain = await hand.visitor.api.audit.verify();
  expect(chain).toMatchObject({ intact: true, brokenAt: null });
  expect(chain.entries).toBeGreaterThan(0);
}

/** SHA-256 of the objects, each compared with its name; drafts of killed uploads are passed over. */
function readObjects(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || entry.name.includes('.')) return [];
    const sha256 = createHash('sha256')
      .update(readFileSync(path.join(entry.parentPath, entry.name)))
      .digest('hex');
    expect(entry.name).toBe(sha256);
    return [sha256];
  });
}
