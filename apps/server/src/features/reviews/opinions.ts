import { randomUUID } from 'node:crypto';

import type { Certainty } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { Viewer } from './shown-decision.ts';

/** Opinions (意见) that one of these offices raised on a revision, or one of them, in text order. */
export async function listOpinions(db: Database | Tx, which: { revisionId: string; viewer: Viewer } | { id: string }) {
  let query = db
    .selectFrom('opinion')
    .innerJoin('organisation', 'organisation.id', 'opinion.office_id')
    .innerJoin('person', 'person.id', 'opinion.raised_by')
    .selectAll('opinion')
    .select('person.display_name')
    .orderBy('opinion.start_offset')
    .orderBy('opinion.id');
  query =
    'id' in which
      ? query.where('opinion.id', '=', which.id)
      : query
          .where('opinion.revision_id', '=', which.revisionId)
          .where(sql<boolean>`organisation.path = any(${which.viewer}::text[])`);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    start: row.start_offset,
    end: row.end_offset,
    block: row.block,
    node: row.node,
    quote: row.quote,
    wording: row.wording,
    certainty: row.certainty as Certainty,
    raisedBy: row.display_name,
    raisedAt: row.raised_at.toISOString(),
    version: row.version,
  }));
}

/** Which revision an opinion is on, and the path of the office that raised it. */
export async function findOpinion(db: Database | Tx, id: string) {
  return db
    .selectFrom('opinion')
    .innerJoin('organisation', 'organisation.id', 'opinion.office_id')
    .select(['opinion.revision_id as revisionId', 'organisation.path as officePath'])
    .where('opinion.id', '=', id)
    .executeTakeFirst();
}

/** What stands in a revision's text at [start, end), and its block; undefined where the revision has no text there. */
export async function readPassage(db: Database | Tx, revisionId: string, start: number, end: number) {
  // By the positions of the blocks, since PostgreSQL counts characters otherwise than offsets do.
  const blocks = await db
    .selectFrom('block')
    .select(['seq', 'node', 'start_offset', 'text'])
    .where('revision_id', '=', revisionId)
    .where('start_offset', '<', end)
    .where(
      sql<boolean>`seq >= (select max(seq) from block where revision_id = ${revisionId}::uuid and start_offset <= ${start})`,
    )
    .orderBy('seq')
    .execute();
  const [first] = blocks;
  if (!first) return undefined;
  const passage = blocks
    .map((block) => block.text)
    .join('\n')
    .slice(start - first.start_offset, end - first.start_offset);
  const from = start + passage.length - passage.trimStart().length;
  const block = blocks.findLast((each) => each.start_offset <= from) ?? first;
  return { passage, block: block.seq, node: block.node, start: from };
}

/** Inserts an opinion of the office at this path and returns its id. */
export async function insertOpinion(
  tx: Tx,
  opinion: {
    revisionId: string;
    officePath: string;
    start: number;
    end: number;
    block: number;
    node: number;
    quote: string;
    wording: string;
    certainty: Certainty;
    raisedBy: string;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('opinion')
    .values({
      id,
      revision_id: opinion.revisionId,
      office_id: sql<string>`(select id from organisation where path = ${opinion.officePath})`,
      start_offset: opinion.start,
      end_offset: opinion.end,
      block: opinion.block,
      node: opinion.node,
      quote: opinion.quote,
      wording: opinion.wording,
      certainty: opinion.certainty,
      raised_by: opinion.raisedBy,
    })
    .execute();
  return id;
}

/** Changes an opinion that still has this version; false where somebody was faster. */
export async function updateOpinion(
  tx: Tx,
  id: string,
  version: number,
  change: { wording?: string; certainty?: Certainty },
): Promise<boolean> {
  const result = await tx
    .updateTable('opinion')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Removes an opinion that still has this version; false where somebody was faster. */
export async function deleteOpinion(tx: Tx, id: string, version: number): Promise<boolean> {
  const result = await tx.deleteFrom('opinion').where('id', '=', id).where('version', '=', version).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Hands the opinions of one office on to another. */
export async function moveOpinions(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('opinion').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}
