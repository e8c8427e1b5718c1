import { randomUUID } from 'node:crypto';

import type { Finding } from '@xiuzhi/review';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** What is not raised in a work any more (不再提示): words that a rule doubted, or (null) all of the rule. */
export interface Suppression {
  readonly rule: string;
  readonly quote: string | null;
}

const LOOKED_AT = new Set(['political', 'secrecy']);

/** Findings without those that the work suppresses; political and secrecy matters are always looked at. */
export function dropSuppressed(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  const rules = new Set(suppressions.flatMap(({ rule, quote }) => (quote === null ? rule : [])));
  const quotes = new Set(suppressions.flatMap(({ rule, quote }) => (quote === null ? [] : `${rule}\n${quote}`)));
  return findings.filter(
    ({ family, rule, quote }) => LOOKED_AT.has(family) || !(rules.has(rule) || quotes.has(`${rule}\n${quote}`)),
  );
}

/** The work that a revision is of. */
export async function findWorkOf(tx: Tx, revisionId: string): Promise<string> {
  const row = await tx
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .select('manuscript.work_id')
    .where('revision.id', '=', revisionId)
    .executeTakeFirstOrThrow();
  return row.work_id;
}

/** Everything a work suppresses. */
export async function loadSuppressions(tx: Tx, workId: string): Promise<Suppression[]> {
  return tx.selectFrom('suppression').select(['rule', 'quote']).where('work_id', '=', workId).execute();
}

/** Suppresses (不再提示) from now on; asked for once more, it keeps its place and takes the new reason and batch. */
export async function insertSuppression(
  tx: Tx,
  suppression: Suppression & { workId: string; reason: string; revisionId: string; batch: string; by: string },
): Promise<string> {
  const { workId, rule, quote, reason, revisionId, batch, by } = suppression;
  const { rows } = await sql<{ id: string }>`
    insert into suppression (id, work_id, rule, quote, reason, revision_id, batch, added_by)
    values (${randomUUID()}, ${workId}, ${rule}, ${quote}, ${reason}, ${revisionId}, ${batch}, ${by})
    on conflict (work_id, rule, md5(quote)) do update set reason = excluded.reason, revision_id = excluded.revision_id,
      batch = excluded.batch, added_by = excluded.added_by, added_at = now()
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Takes back what was suppressed together with a batch of decisions; false where the batch suppressed nothing. */
export async function deleteSuppressionOf(tx: Tx, revisionId: string, batch: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('suppression')
    .where('batch', '=', batch)
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Takes a suppression back; undefined where it is gone already. */
export async function deleteSuppression(tx: Tx, workId: string, id: string) {
  return tx
    .deleteFrom('suppression')
    .where('id', '=', id)
    .where('work_id', '=', workId)
    .returning(['batch', 'revision_id', 'rule'])
    .executeTakeFirst();
}

/** Suppressions of a work, the newest first, after the cursor. */
export async function listSuppressions(
  db: Database,
  workId: string,
  page: { after: readonly [string, string] | null; limit: number },
) {
  let query = db
    .selectFrom('suppression')
    .innerJoin('person', 'person.id', 'suppression.added_by')
    .select(['suppression.id', 'rule', 'quote', 'reason', 'person.display_name', 'added_at'])
    .select(sql<string>`to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
    .where('work_id', '=', workId)
    .orderBy('added_at', 'desc')
    .orderBy('suppression.id', 'desc')
    .limit(page.limit);
  if (page.after)
    query = query.where(
      sql<boolean>`(added_at, suppression.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`,
    );
  return query.execute();
}
