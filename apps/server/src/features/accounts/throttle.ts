import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { hashSecret } from './sessions.ts';

/** Wrong passwords within 15 minutes after which a name, or an address, has to wait. */
const NAME_FAILURES = 5;
const ADDRESS_FAILURES = 50;

/** An attempt (尝试) to show a password: counted as failed until it is forgotten. */
export interface Attempt {
  readonly name: Buffer;
  readonly address: Buffer;
  /** When it was counted, to the microsecond, as PostgreSQL writes it. */
  readonly at: string;
}

/**
 * Counts an attempt before the password is looked at; null where name or address has failed too often. Counting first,
 * one at a time, is what keeps a thousand guesses sent at once from all being looked at.
 */
export async function countAttempt(db: Database, name: string, address: string): Promise<Attempt | null> {
  const keys = { name: hashSecret(`name:${name}`), address: hashSecret(`address:${address}`) };
  // In one order everywhere, so that two attempts never wait for each other.
  const locks = [keys.name, keys.address].map((key) => key.readBigInt64BE()).sort((a, b) => (a < b ? -1 : 1));
  return db.transaction().execute(async (tx) => {
    for (const lock of locks) await sql`select pg_advisory_xact_lock(${String(lock)}::bigint)`.execute(tx);
    const { rows } = await sql<{ at: string }>`
      with failed as (
        select key, count(*) as times from sign_in_failure
        where key in (${keys.name}, ${keys.address}) and at > now() - interval '15 minutes' group by key)
      insert into sign_in_failure (key) select key from (values (${keys.name}::bytea), (${keys.address}::bytea)) tried (key)
      where not exists (select 1 from failed
        where times >= case when key = ${keys.name} then ${NAME_FAILURES}::int else ${ADDRESS_FAILURES}::int end)
      returning at::text`.execute(tx);
    return rows[0] ? { ...keys, at: rows[0].at } : null;
  });
}

/** Forgets a successful attempt with the failures of its name, and whatever is older than a day. */
export async function forgetAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await sql`delete from sign_in_failure where key = ${attempt.name}
    or (key = ${attempt.address} and at = ${attempt.at}::timestamptz) or at < now() - interval '1 day'`.execute(tx);
}

/** Forgets the failures of a name, where it was given a new password. */
export async function forgetFailures(tx: Tx, name: string): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('key', '=', hashSecret(`name:${name}`))
    .execute();
}
