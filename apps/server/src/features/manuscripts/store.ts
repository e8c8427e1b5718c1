import { randomUUID } from 'node:crypto';

import type { ImportReportOutput } from '@xiuzhi/contract';
import type { Volume } from '@xiuzhi/review';
import { sql, type Selectable } from 'kysely';

import { countUndecided } from '../../db/count-undecided.ts';
import type { Database, Tx } from '../../db/open-database.ts';
import type { BlockTable } from '../../db/schema.ts';

/** What a stored original is. */
export interface Original {
  readonly fileName: string;
  readonly format: 'docx' | 'md' | 'txt' | 'pdf' | 'doc' | 'wps';
  readonly sha256: string;
  readonly bytes: number;
  /** The .docx an old Word file was converted to. */
  readonly readingSha256?: string;
}

/**
 * A revision of the work with the same bytes (同一份稿件), the latest; one that failed does not count. Until the transaction
 * ends nobody else can register those bytes in that work, so that of two who import one file at once one is told.
 */
export async function findTwin(tx: Tx, workId: string, sha256: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workId + sha256}, 2))`.execute(tx);
  return tx
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .select(['manuscript.title', 'revision.number'])
    .where('manuscript.work_id', '=', workId)
    .where('revision.sha256', '=', Buffer.from(sha256, 'hex'))
    .where('revision.state', '<>', 'failed')
    .where('revision.removed_at', 'is', null)
    .orderBy('revision.imported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Registers a revision (稿次) of a new or an existing manuscript; undefined where that is of another work. */
export async function insertRevision(
  tx: Tx,
  revision: { workId: string; manuscriptId: string | null; title: string; importedBy: string; original: Original },
): Promise<string | undefined> {
  let { manuscriptId } = revision;
  if (manuscriptId) {
    // Locked, so that two imports at once get two numbers.
    const known = await tx
      .selectFrom('manuscript')
      .select('id')
      .where('id', '=', manuscriptId)
      .where('work_id', '=', revision.workId)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return undefined;
  } else {
    manuscriptId = randomUUID();
    await tx
      .insertInto('manuscript')
      .values({ id: manuscriptId, work_id: revision.workId, title: revision.title })
      .execute();
  }
  const id = randomUUID();
  const { original } = revision;
  await tx
    .insertInto('revision')
    .values({
      id,
      manuscript_id: manuscriptId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from revision where manuscript_id = ${manuscriptId})`,
      file_name: original.fileName,
      format: original.format,
      sha256: Buffer.from(original.sha256, 'hex'),
      bytes: original.bytes,
      reading_sha256: original.readingSha256 ? Buffer.from(original.readingSha256, 'hex') : null,
      state: 'importing',
      imported_by: revision.importedBy,
    })
    .execute();
  return id;
}

/** Revisions of a work, or one revision, as the wire shows them to people of these offices; newest first. */
export async function listRevisions(
  db: Database | Tx,
  which: { workId: string } | { id: string },
  viewer: readonly string[],
) {
  const scope =
    'id' in which
      ? sql`select ${which.id}::uuid`
      : sql`select r.id from revision r join manuscript m on m.id = r.manuscript_id where m.work_id = ${which.workId}`;
  let query = db
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .innerJoin('person', 'person.id', 'revision.imported_by')
    .select(['revision.id', 'revision.manuscript_id', 'revision.number', 'revision.file_name', 'revision.format'])
    .select(['revision.bytes', 'revision.state', 'revision.progress', 'revision.problem', 'revision.characters'])
    .select(['revision.block_count', 'revision.table_count', 'revision.imported_at', 'revision.sha256'])
    .select(['manuscript.work_id', 'manuscript.title'])
    .select(
      // People of another office are not named, their office is.
      sql<string>`case when exists (select from post join organisation o on o.id = post.organisation_id
        where post.person_id = revision.imported_by and o.office_path = any(${[...viewer]}::text[])) then person.display_name
        else (select office.name from work join organisation home on home.id = work.organisation_id
          join organisation office on office.path = home.office_path where work.id = manuscript.work_id) end`.as(
        'imported_by_name',
      ),
    )
    .select(({ selectFrom, fn }) => [
      selectFrom('finding')
        .whereRef('finding.revision_id', '=', 'revision.id')
        .select(fn.countAll<number>().as('n'))
        .as('findings'),
      countUndecided(scope, viewer).as('undecided'),
    ])
    .where('revision.removed_at', 'is', null)
    .orderBy('revision.imported_at', 'desc')
    .limit(500);
  query =
    'id' in which ? query.where('revision.id', '=', which.id) : query.where('manuscript.work_id', '=', which.workId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    manuscriptId: row.manuscript_id,
    workId: row.work_id,
    title: row.title,
    number: row.number,
    fileName: row.file_name,
    format: row.format as Original['format'],
    sha256: row.sha256.toString('hex'),
    bytes: row.bytes,
    state: row.state as 'importing' | 'ready' | 'failed',
    progress: row.progress,
    problem: row.problem,
    characters: row.characters,
    blocks: row.block_count,
    tables: row.table_count,
    findings: row.findings ?? 0,
    undecided: row.undecided,
    importedBy: row.imported_by_name,
    importedAt: row.imported_at.toISOString(),
  }));
}

/** Where a revision stands and what it was made from. */
export async function findRevision(db: Database | Tx, id: string) {
  return db
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .innerJoin('work', 'work.id', 'manuscript.work_id')
    .select([
      'revision.id',
      'revision.state',
      'revision.file_name',
      'revision.format',
      'revision.sha256',
      'revision.source_map',
      'revision.reading_sha256',
    ])
    .select(['revision.imported_by', 'revision.number', 'work.id as work_id', 'work.kind', 'work.title as work_title'])
    .select('manuscript.title')
    .where('revision.id', '=', id)
    .where('revision.removed_at', 'is', null)
    .executeTakeFirst();
}

/** Says how far an import has come; a late word about a finished one is ignored. */
export async function setProgress(db: Database, id: string, progress: number): Promise<void> {
  await db.updateTable('revision').set({ progress }).where('id', '=', id).where('state', '=', 'importing').execute();
}

/** Marks an import as failed, with the sentence that says why; false where it was no longer under way. */
export async function failRevision(tx: Tx, id: string, problem: string): Promise<boolean> {
  const result = await tx
    .updateTable('revision')
    .set({ state: 'failed', problem })
    .where('id', '=', id)
    .where('state', '=', 'importing')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Revisions whose import was under way when a process died. */
export async function listImporting(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('revision')
    .select('id')
    .where('state', '=', 'importing')
    .where('removed_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Hides a revision; its original stays in the object store. False where somebody was faster. */
export async function removeRevision(tx: Tx, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('revision')
    .set({ removed_at: new Date() })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whether a superior office has the revision now. Ask once the revision is locked. */
export async function isSentUp(tx: Tx, id: string): Promise<boolean> {
  const open = await tx
    .selectFrom('submission')
    .select('id')
    .where('revision_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}

/** Saves the book of a revision (outline, blocks) in three statements and marks it ready. */
export async function saveVolume(
  tx: Tx,
  id: string,
  volume: Volume,
  sourceMap: Uint8Array,
  report: string,
): Promise<void> {
  const blocks = volume.blocks.map((block, seq) => ({
    seq,
    kind: block.kind,
    node: block.node,
    start_offset: block.start,
    text: volume.text.slice(block.start, block.end),
    level: block.kind === 'heading' ? volume.nodes[block.node]!.level : null,
    table_grid: block.table
      ? {
          rows: block.table.rows,
          columns: block.table.columns,
          cells: block.table.cells.map((cell) => [
            cell.row,
            cell.column,
            cell.rowSpan,
            cell.columnSpan,
            cell.start,
            cell.end,
          ]),
        }
      : null,
  }));
  const [firstBlock, endBlock] = blockRanges(volume);
  const nodes = volume.nodes.map((node, seq) => ({
    seq,
    parent: node.parent,
    level: node.level,
    title: node.title,
    start_offset: node.start,
    end_offset: node.end,
    first_block: firstBlock[seq],
    end_block: endBlock[seq],
  }));
  await sql`insert into outline_node
    select ${id}::uuid, n.* from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb)
      as n(seq int, parent int, level int, title text, start_offset int, end_offset int, first_block int, end_block int)`.execute(
    tx,
  );
  await sql`insert into block
    select ${id}::uuid, b.* from jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb)
      as b(seq int, kind text, node int, start_offset int, text text, level int, table_grid jsonb)`.execute(tx);
  await tx
    .updateTable('revision')
    .set({
      state: 'ready',
      progress: 100,
      characters: volume.text.length,
      block_count: blocks.length,
      table_count: blocks.filter((block) => block.table_grid).length,
      source_map: Buffer.from(sourceMap),
      report,
    })
    .where('id', '=', id)
    .execute();
}

/** First and one-past-last block of every node, sub-nodes included. */
function blockRanges(volume: Volume): [number[], number[]] {
  const first = volume.nodes.map(() => -1);
  const end = volume.nodes.map(() => 0);
  volume.blocks.forEach((block, seq) => {
    for (let node = block.node; node >= 0; node = volume.nodes[node]!.parent) {
      if (first[node] === -1) first[node] = seq;
      end[node] = seq + 1;
    }
  });
  return [first.map((seq) => Math.max(seq, 0)), end];
}

/** The outline with block ranges, and the length of every block. */
export async function loadOutline(db: Database, id: string) {
  const nodes = await db
    .selectFrom('outline_node')
    .select(['seq', 'parent', 'level', 'title', 'first_block as firstBlock', 'end_block as endBlock'])
    .where('revision_id', '=', id)
    .orderBy('seq')
    .execute();
  const lengths = await sql<{ lengths: number[] | null }>`
    select array_agg(coalesce(next_start - 1, characters) - start_offset order by seq) as lengths from (
      select b.seq, b.start_offset, r.characters, lead(b.start_offset) over (order by b.seq) as next_start
      from block b join revision r on r.id = b.revision_id where b.revision_id = ${id}) as positions`.execute(db);
  return { nodes, blockLengths: lengths.rows[0]?.lengths ?? [] };
}

const NO_REPORT: ImportReportOutput = {
  entries: [],
  foreign: [],
  lines: ['此稿导入较早，没有读入报告。如需查看，请重新导入。'],
};

/** The import report of a revision, as the wire shows it. */
export async function loadReport(db: Database, id: string): Promise<ImportReportOutput> {
  const row = await db.selectFrom('revision').select('report').where('id', '=', id).executeTakeFirst();
  return (row?.report as ImportReportOutput | null | undefined) ?? NO_REPORT;
}

interface TableGrid {
  rows: number;
  columns: number;
  cells: [number, number, number, number, number, number][];
}

/** Blocks from `from` on. */
export async function loadBlocks(db: Database, id: string, from: number, limit: number) {
  const rows = await db
    .selectFrom('block')
    .select(BLOCK_COLUMNS)
    .where('revision_id', '=', id)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(wireBlock);
}

/** Blocks by their numbers, in text order. */
export async function pickBlocks(db: Database, id: string, seqs: readonly number[]) {
  const rows = await db
    .selectFrom('block')
    .select(BLOCK_COLUMNS)
    .where('revision_id', '=', id)
    .where(sql<boolean>`seq = any(${seqs}::int[])`)
    .orderBy('seq')
    .execute();
  return rows.map(wireBlock);
}

const BLOCK_COLUMNS = ['seq', 'kind', 'node', 'start_offset', 'text', 'level', 'table_grid'] as const;

function wireBlock(row: Pick<Selectable<BlockTable>, (typeof BLOCK_COLUMNS)[number]>) {
  return {
    seq: row.seq,
    kind: row.kind as Volume['blocks'][number]['kind'],
    node: row.node,
    start: row.start_offset,
    text: row.text,
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.table_grid === null ? {} : { table: row.table_grid as TableGrid }),
  };
}

/** The whole volume again, for writing it out. */
export async function loadVolume(db: Database, id: string): Promise<Volume> {
  const blocks = await loadBlocks(db, id, 0, 1_000_000);
  const nodes = await db
    .selectFrom('outline_node')
    .select(['title', 'level', 'parent', 'start_offset as start', 'end_offset as end'])
    .where('revision_id', '=', id)
    .orderBy('seq')
    .execute();
  return {
    text: blocks.map((block) => block.text).join('\n'),
    nodes,
    blocks: blocks.map((block) => ({
      kind: block.kind,
      start: block.start,
      end: block.start + block.text.length,
      node: block.node,
      ...(block.table
        ? {
            table: {
              rows: block.table.rows,
              columns: block.table.columns,
              cells: block.table.cells.map(([row, column, rowSpan, columnSpan, start, end]) => ({
                row,
                column,
                rowSpan,
                columnSpan,
                start,
                end,
              })),
            },
          }
        : {}),
    })),
  };
}

const SNIPPET = 24;

/** Finds a phrase in the book, as typed, at most `most` places in text order; one statement over the book's blocks. */
export async function searchBlocks(db: Database, id: string, query: string, most: number) {
  const rows = await db
    .selectFrom('block')
    .select(['seq', 'start_offset', 'text'])
    .where('revision_id', '=', id)
    .where(sql<boolean>`position(${query} in text) > 0`)
    .orderBy('seq')
    .limit(most + 1)
    .execute();
  const hits: { block: number; start: number; end: number; snippet: string }[] = [];
  for (const row of rows)
    for (let at = row.text.indexOf(query); at >= 0; at = row.text.indexOf(query, at + query.length)) {
      if (hits.length === most) return { hits, capped: true };
      hits.push({
        block: row.seq,
        start: row.start_offset + at,
        end: row.start_offset + at + query.length,
        snippet: snippetAround(row.text, at, query.length),
      });
    }
  return { hits, capped: false };
}

function snippetAround(text: string, at: number, length: number): string {
  let from = Math.max(0, at - SNIPPET);
  let to = Math.min(text.length, at + length + SNIPPET);
  // Not through a character of two units.
  if (from > 0 && /[\uDC00-\uDFFF]/.test(text[from]!)) from--;
  if (to < text.length && /[\uDC00-\uDFFF]/.test(text[to]!)) to++;
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/[\n\t]/g, ' ')}${to < text.length ? '…' : ''}`;
}
