import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';

const LOCK = 7_308_1002;
const BATCH = 5_000;

interface ChainRow {
  id: number;
  xid: string;
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
    entry.xid,
    entry.at,
    entry.actor_id,
    entry.office_path,
    entry.action,
    entry.subject,
    entry.content_hash.toString('hex'),
  ]);
  return createHash('sha256').update(previous).update(line).digest();
}

const CHAIN_COLUMNS = sql`e.id, e.xid::text as xid, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.actor_id, e.office_path, e.action, e.subject, e.content_hash`;
const ORIGIN: Buffer = Buffer.alloc(32);

/**
 * Seals (封存) what has been committed since: appends to the chain, in order of commit, every entry older than any
 * transaction still running, so that none can slip in before a sealed one. One sealer at a time over all nodes, one
 * transaction per batch. Returns how many were sealed.
 *
 * What is not sealed yet is not protected: an entry removed before the sealer came by (2 seconds, or as long as an older
 * transaction runs) leaves no gap.
 */
export async function sealAudit(db: Database): Promise<number> {
  for (let sealed = 0; ;) {
    const batch = await sealBatch(db);
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
}

async function sealBatch(db: Database): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx);
    if (!lock.rows[0]?.mine) return 0;
    const { rows } = await sql<{ position: number; hash: Buffer; id: number; xid: string; newest: number }>`
      select s.position, s.hash, s.entry_id as id, coalesce(e.xid::text, '0') as xid,
        (select max(entry_id) from audit_seal) as newest
      from audit_seal s left join audit_entry e on e.id = s.entry_id order by s.position desc limit 1`.execute(tx);
    const tail = rows[0] ?? { position: 0, hash: ORIGIN, id: 0, xid: '0', newest: 0 };
    // Behind the tail by transaction; or by id alone, since a restored database counts its transactions anew from below.
    // Two ranges of two indexes, so that a tick costs what is new and not what is old.
    const fresh = await sql<ChainRow>`
      with newer as materialized (select id, xid from audit_entry where id > ${tail.newest}::bigint),
      waiting as (
        (select id from audit_entry where (xid, id) > (${tail.xid}::xid8, ${tail.id}::bigint)
          and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id limit ${BATCH})
        union
        (select id from newer where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id limit ${BATCH}))
      select ${CHAIN_COLUMNS} from waiting join audit_entry e on e.id = waiting.id
      where not exists (select 1 from audit_seal s where s.entry_id = e.id)
      order by e.xid, e.id limit ${BATCH}`.execute(tx);
    if (fresh.rows.length === 0) return 0;
    let { hash, position } = tail;
    const seals = fresh.rows.map((entry) => {
      hash = sealOf(hash, entry);
      return { position: ++position, entry_id: entry.id, hash };
    });
    await tx.insertInto('audit_seal').values(seals).execute();
    return seals.length;
  });
}

/**
 * Verifies (校验) the whole chain, batch by batch: every entry unchanged, none missing, none out of order. `brokenAt` is
 * the first entry at which it does not hold, `sealed` how many hold before it.
 *
 * A chain cut off at its end, seals and entries together, still holds: whoever has written down the seal of a later
 * entry (the list shows it) sees that the entry is gone.
 */
export async function verifyAudit(db: Database) {
  const { entries } = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow();
  let hash: Buffer = ORIGIN;
  let sealed = 0;
  for (;;) {
    // A left join: a seal whose entry is gone must not be passed over.
    const { rows } = await sql<ChainRow & { position: number; hash: Buffer; entry_id: number; found: boolean }>`
      select s.position, s.hash, s.entry_id, e.id is not null as found, ${CHAIN_COLUMNS}
      from audit_seal s left join audit_entry e on e.id = s.entry_id
      where s.position > ${sealed} order by s.position limit ${BATCH}`.execute(db);
    for (const row of rows) {
      if (row.found) hash = sealOf(hash, row);
      if (!row.found || row.position !== sealed + 1 || !hash.equals(row.hash))
        return { entries, sealed, intact: false, brokenAt: row.entry_id };
      sealed = row.position;
    }
    if (rows.length < BATCH) return { entries, sealed, intact: true, brokenAt: null };
  }
}

/** Entries of the offices that are or then were below any of the paths, newest first; the system's own with them for whoever sees the root. */
export async function listAudit(db: Database, filter: { paths: readonly string[]; before?: number; limit: number }) {
  let query = db
    .selectFrom('audit_entry as e')
    .leftJoin('audit_seal as s', 's.entry_id', 'e.id')
    .leftJoin('person as p', 'p.id', 'e.actor_id')
    .select(['e.id', 'e.at', 'p.name', 'e.action', 'e.subject', 's.hash'])
    .where((on) =>
      on.or([
        ...filter.paths.map((path) => on('e.office_path', 'like', `${path}%`)),
        // An office that was moved, or that another was merged into, still reads what was done there before.
        on(
          'e.office_path',
          'in',
          on
            .selectFrom('organisation_former_path as f')
            .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
            .select('f.path')
            .where((within) => within.or(filter.paths.map((path) => within('o.path', 'like', `${path}%`)))),
        ),
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
