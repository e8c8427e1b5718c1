import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { drawSecret, hashSecret } from './sessions.ts';

/** Tokens (令牌) of a person, newest first; never their secrets. */
export async function listTokens(db: Database | Tx, personId: string) {
  const rows = await db
    .selectFrom('token')
    .select(['id', 'label', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

/** How many tokens a person has that have not run out; none is added by somebody else until the end of `tx`. */
export async function lockTokens(tx: Tx, personId: string): Promise<number> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
  const { count } = await tx
    .selectFrom('token')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Inserts a token for so many days; the secret is returned once, the database keeps its SHA-256. */
export async function insertToken(tx: Tx, token: { personId: string; label: string; days: number }) {
  const id = randomUUID();
  const secret = drawSecret();
  await tx
    .insertInto('token')
    .values({
      id,
      secret_hash: hashSecret(secret),
      person_id: token.personId,
      label: token.label,
      expires_at: sql<Date>`now() + make_interval(days => ${token.days}::int)`,
    })
    .execute();
  return { id, secret };
}

/** Revokes (停用) one token of a person, or all; returns how many there were. */
export async function revokeTokens(tx: Tx, personId: string, id?: string): Promise<number> {
  let query = tx.deleteFrom('token').where('person_id', '=', personId);
  if (id) query = query.where('id', '=', id);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
