import { createHash } from 'node:crypto';

import type { AuditAction } from '@xiuzhi/domain';

import type { Tx } from './open-database.ts';

/** What an audit row says: ids and hashes, never text. */
export interface AuditRecord {
  /** Who did it; null for the system itself. */
  readonly actor: { readonly personId: string; readonly officePath: string } | null;
  readonly action: AuditAction;
  /** `kind:id` of the thing. */
  readonly subject: string;
  /** What was done, hashed into the row; any JSON value. */
  readonly content?: unknown;
}

/** Writes the audit row (审计记录) of a change, in the change's own transaction. The chain is sealed afterwards. */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      actor_id: record.actor?.personId ?? null,
      office_path: record.actor?.officePath ?? '',
      action: record.action,
      subject: record.subject,
      content_hash: createHash('sha256')
        .update(JSON.stringify(record.content ?? null))
        .digest(),
    })
    .execute();
}
