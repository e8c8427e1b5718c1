import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';

const LOCK = 7_308_1002;
const BATCH = 5_000;

interface ChainRow {
  id: number;
  at: string;
  actor_id: string | null;
  office_path: string;
  action: string;
  subject: string;
  content_hash: Buffer;
}

/** Hash of the chain at an entry: the hash before it and every column of the entry. */
export function sealOf(previous: Buffer, entry: ChainRow): Buffer {
  const line = JSON.stringify([
    entry.id,
    entry.at,
    entry.actor_id,
    entry.office_path,
    entry.action,
    entry.subject,
    entry.content_hash.toString('hex'),
  ]);
  return createHash('sha256').update(previous).update(line).digest();
}

const CHAIN_COLUMNS = sql`e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_id, e.office_path,
  e.action, e.subject, e.content_hash`;
const ORIGIN: Buffer = Buffer.alloc(32);

/**
 * Seals (封存) what has been committed since: appends to the chain, in order of commit, every entry older than any
 * transaction still running, so that none can slip in before a sealed one. One sealer at a time over all nodes.
 */
export async function sealAudit(db: Database): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx);
    if (!lock.rows[0]?.mine) return 0;
    const tail = await tx
      .selectFrom('audit_seal')
      .select(['position', 'hash'])
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    const fresh = await sql<ChainRow>`select ${CHAIN_COLUMNS} from audit_entry e
      where e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select 1 from audit_seal s where s.entry_id = e.id)
      order by e.xid, e.id limit ${BATCH}`.execute(tx);
    if (fresh.rows.length === 0) return 0;
    let hash: Buffer = tail?.hash ?? ORIGIN;
    let position = tail?.position ?? 0;
    const seals = fresh.rows.map((entry) => {
      hash = sealOf(hash, entry);
      return { position: ++position, entry_id: entry.id, hash };
    });
    await tx.insertInto('audit_seal').values(seals).execute();
    return seals.length;
  });
}

/** Verifies (校验) the whole chain, batch by batch: every entry unchanged, none missing, none out of order. */
export async function verifyAudit(db: Database) {
  const count = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  let hash: Buffer = ORIGIN;
  let position = 0;
  for (;;) {
    const { rows } = await sql<ChainRow & { position: number; hash: Buffer }>`
      select s.position, s.hash, ${CHAIN_COLUMNS} from audit_seal s join audit_entry e on e.id = s.entry_id
      where s.position > ${position} order by s.position limit ${BATCH}`.execute(db);
    for (const row of rows) {
      hash = sealOf(hash, row);
      if (row.position !== position + 1 || !hash.equals(row.hash))
        return { entries: count.n, sealed: position, intact: false, brokenAt: row.id };
      position = row.position;
    }
    if (rows.length < BATCH) break;
  }
  return { entries: count.n, sealed: position, intact: true, brokenAt: null };
}

/** Entries of the offices below any of the paths, newest first; the system's own with them for whoever sees the root. */
export async function listAudit(db: Database, filter: { paths: readonly string[]; before?: number; limit: number }) {
  let query = db
    .selectFrom('audit_entry as e')
    .leftJoin('audit_seal as s', 's.entry_id', 'e.id')
    .leftJoin('person as p', 'p.id', 'e.actor_id')
    .select(['e.id', 'e.at', 'p.name', 'e.action', 'e.subject', 's.hash'])
    .where((on) =>
      on.or([
        ...filter.paths.map((path) => on('e.office_path', 'like', `${path}%`)),
        ...(seesRoot(filter.paths) ? [on('e.office_path', '=', '')] : []),
      ]),
    )
    .orderBy('e.id', 'desc')
    .limit(filter.limit);
  if (filter.before) query = query.where('e.id', '<', filter.before);
  return query.execute();
}

/** A path of one key is the province's: whoever administers it also sees what the system did by itself. */
function seesRoot(paths: readonly string[]): boolean {
  return paths.some((path) => path.split('/').length === 2);
}
