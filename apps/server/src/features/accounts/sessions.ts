import { createHash, randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { Caller } from '../../http/context.ts';

const SESSION_HOURS = 12;
const IDLE_HOURS = 2;
/** Sign-in with a wrong password this often within 15 minutes is refused for a while. */
const NAME_FAILURES = 5;
const ADDRESS_FAILURES = 50;

/** SHA-256 of a secret: what the database keeps of cookies and tokens. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Opens a session (会话) and returns the cookie's secret. */
export async function openSession(tx: Tx, personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await tx
    .insertInto('session')
    .values({
      secret_hash: hashSecret(secret),
      person_id: personId,
      expires_at: new Date(Date.now() + SESSION_HOURS * 3_600_000),
    })
    .execute();
  return secret;
}

/** Ends one session, or with `except` every other session of a person. */
export async function closeSessions(
  tx: Tx,
  which: { hash: Buffer } | { personId: string; except?: Buffer | null },
): Promise<void> {
  let query = tx.deleteFrom('session');
  if ('hash' in which) query = query.where('secret_hash', '=', which.hash);
  else {
    query = query.where('person_id', '=', which.personId);
    if (which.except) query = query.where('secret_hash', '!=', which.except);
  }
  await query.execute();
}

/** The caller behind a session secret or a token; null where it is unknown, expired, or the person no longer active. */
export async function findCaller(db: Database, kind: 'session' | 'token', secretHash: Buffer): Promise<Caller | null> {
  const holder =
    kind === 'session'
      ? db
          .updateTable('session')
          .set({ used_at: sql`now()` })
          .where('secret_hash', '=', secretHash)
          .where('expires_at', '>', sql<Date>`now()`)
          .where('used_at', '>', sql<Date>`now() - interval '${sql.raw(String(IDLE_HOURS))} hours'`)
          .returning('person_id')
      : db
          .updateTable('token')
          .set({ last_used_at: sql`now()` })
          .where('secret_hash', '=', secretHash)
          .where('expires_at', '>', sql<Date>`now()`)
          .returning('person_id');
  const held = await holder.executeTakeFirst();
  return held ? loadCaller(db, held.person_id) : null;
}

/** The caller that a person is today: name and current posts, oldest first. */
export async function loadCaller(db: Database | Tx, personId: string): Promise<Caller | null> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.since', '<=', sql<string>`current_date`)
        .on((on) => on.or([on('post.until', 'is', null), on('post.until', '>=', sql<string>`current_date`)])),
    )
    .leftJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['person.id', 'person.name', 'person.display_name', 'person.must_change_password'])
    .select(['post.role', 'organisation.path', 'organisation.office_path'])
    .where('person.id', '=', personId)
    .where('person.active', '=', true)
    .orderBy('post.since')
    .execute();
  return callerOf(rows);
}

interface CallerRow {
  id: string;
  name: string;
  display_name: string;
  must_change_password: boolean;
  role: string | null;
  path: string | null;
  office_path: string | null;
}

function callerOf(rows: CallerRow[]): Caller | null {
  const [first] = rows;
  if (!first) return null;
  const standings = rows.flatMap((row) =>
    row.role && row.path && row.office_path
      ? [
          {
            role: row.role as Caller['standings'][number]['role'],
            organisationPath: row.path,
            officePath: row.office_path,
          },
        ]
      : [],
  );
  return {
    personId: first.id,
    name: first.name,
    displayName: first.display_name,
    mustChangePassword: first.must_change_password,
    standings,
    officePath: standings[0]?.officePath ?? '',
  };
}

/** Keys under which a failed sign-in is counted: the name tried and the address it came from, both hashed. */
function failureKeys(name: string, address: string): { name: Buffer; address: Buffer } {
  return { name: hashSecret(`name:${name}`), address: hashSecret(`address:${address}`) };
}

/** Whether this name or address has failed too often in the last 15 minutes. */
export async function isThrottled(db: Database, name: string, address: string): Promise<boolean> {
  const keys = failureKeys(name, address);
  const counts = await db
    .selectFrom('sign_in_failure')
    .select(({ fn }) => ['key', fn.countAll<number>().as('failures')])
    .where('key', 'in', [keys.name, keys.address])
    .where('at', '>', sql<Date>`now() - interval '15 minutes'`)
    .groupBy('key')
    .execute();
  return counts.some(({ key, failures }) => failures >= (key.equals(keys.name) ? NAME_FAILURES : ADDRESS_FAILURES));
}

/** Counts a failed sign-in and forgets those older than a day. */
export async function recordFailure(db: Database, name: string, address: string): Promise<void> {
  const keys = failureKeys(name, address);
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
  await db
    .insertInto('sign_in_failure')
    .values([{ key: keys.name }, { key: keys.address }])
    .execute();
}

/** Forgets the failures of a name, after a right password. */
export async function forgetFailures(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('key', '=', failureKeys(name, '').name).execute();
}
