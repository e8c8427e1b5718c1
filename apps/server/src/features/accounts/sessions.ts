import { createHash, randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { Caller } from '../../http/context.ts';
import { TODAY } from '../../db/today.ts';

const SESSION_HOURS = 12;
const IDLE_HOURS = 2;

/** SHA-256 of a secret: what the database keeps of cookies and tokens. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Draws the secret of a session or token: 32 random bytes, base64url. */
export function drawSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Opens a session (会话), forgets the person's expired ones, and returns the cookie's secret. */
export async function openSession(tx: Tx, personId: string): Promise<string> {
  const secret = drawSecret();
  await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  await tx
    .insertInto('session')
    .values({
      secret_hash: hashSecret(secret),
      person_id: personId,
      expires_at: sql<Date>`now() + make_interval(hours => ${SESSION_HOURS}::int)`,
    })
    .execute();
  return secret;
}

/** Ends one session, or every session of a person. */
export async function closeSessions(tx: Tx, which: { hash: Buffer } | { personId: string }): Promise<void> {
  const query = tx.deleteFrom('session');
  await (
    'hash' in which ? query.where('secret_hash', '=', which.hash) : query.where('person_id', '=', which.personId)
  ).execute();
}

/** Use of a session or token is written down once a minute at most: reading must not become writing. */
const NOTED = sql`now() - interval '1 minute'`;

/** The caller behind a session secret or a token; null where it is unknown, expired, or the person no longer active. */
export async function findCaller(db: Database, kind: 'session' | 'token', secretHash: Buffer): Promise<Caller | null> {
  const { rows } =
    kind === 'session'
      ? await sql<{ person_id: string }>`
          with held as (
            select secret_hash, person_id, used_at from session where secret_hash = ${secretHash}
              and expires_at > now() and used_at > now() - make_interval(hours => ${IDLE_HOURS}::int)),
          noted as (
            update session set used_at = now() from held
            where session.secret_hash = held.secret_hash and held.used_at < ${NOTED})
          select person_id from held`.execute(db)
      : await sql<{ person_id: string }>`
          with held as (
            select id, person_id, last_used_at from token where secret_hash = ${secretHash} and expires_at > now()),
          noted as (
            update token set last_used_at = now() from held
            where token.id = held.id and (held.last_used_at is null or held.last_used_at < ${NOTED}))
          select person_id from held`.execute(db);
  return rows[0] ? loadCaller(db, rows[0].person_id) : null;
}

/** The caller that a person is today: name and current posts, oldest first. */
export async function loadCaller(db: Database | Tx, personId: string): Promise<Caller | null> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.since', '<=', TODAY)
        .on((on) => on.or([on('post.until', 'is', null), on('post.until', '>=', TODAY)])),
    )
    .leftJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['person.id', 'person.name', 'person.display_name', 'person.must_change_password'])
    .select(['post.role', 'organisation.path', 'organisation.office_path', 'organisation.tree'])
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
  tree: string | null;
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
            ...(row.tree === 'party' ? { tree: 'party' as const } : {}),
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
    officePath: (standings.find(({ tree }) => tree !== 'party') ?? standings[0])?.officePath ?? '',
  };
}
