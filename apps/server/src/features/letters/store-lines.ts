import { randomUUID } from 'node:crypto';

import type { Answer, Certainty, Decision, LetterKind } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { DraftableFinding, DraftableOpinion, PlannedLine } from './plan-lines.ts';

/** Which letters: those of one office on one revision. */
export interface DraftScope {
  readonly revisionId: string;
  readonly officeId: string;
  readonly kind: LetterKind;
  /** Decisions that such a letter says something of. */
  readonly decisions: readonly Decision[];
}

/** Findings that the office decided for this kind of letter and has not signed in one yet; one statement. */
export async function loadDraftableFindings(tx: Tx, scope: DraftScope): Promise<DraftableFinding[]> {
  const { rows } = await sql<DraftableFinding>`
    select seq, rule, family, norm, clause, start_offset as start, end_offset as "end", block, node, quote, message,
      suggestion, wording, certainty, contributor_id as "contributorId", batch
    from finding where revision_id = ${scope.revisionId} and decision = any(${scope.decisions}::text[])
      and decided_office = ${scope.officeId}
      and seq not in (select unnest(n.findings) from letter l join letter_line n on n.letter_id = l.id
        where l.revision_id = ${scope.revisionId} and l.office_id = ${scope.officeId} and l.kind = ${scope.kind}
          and l.state = 'signed')
    order by seq`.execute(tx);
  return rows;
}

/** Opinions that people of the office raised and that no signed letter holds; one statement. */
export async function loadDraftableOpinions(tx: Tx, scope: Omit<DraftScope, 'decisions'>): Promise<DraftableOpinion[]> {
  const { rows } = await sql<DraftableOpinion>`
    select o.id, start_offset as start, end_offset as "end", block, node, quote, wording, certainty
    from opinion o where revision_id = ${scope.revisionId} and office_id = ${scope.officeId}
      and not exists (select from letter l join letter_line n on n.letter_id = l.id
        where l.revision_id = o.revision_id and n.opinion_id = o.id and l.state = 'signed')
    order by start_offset, raised_at, id`.execute(tx);
  return rows;
}

/** Blocks of a revision by number, each once; one statement. */
export async function loadBlocks(tx: Tx, revisionId: string, numbers: readonly number[]) {
  const { rows } = await sql<{ seq: number; start: number; text: string }>`
    select seq, start_offset as start, text from block
    where revision_id = ${revisionId} and seq = any(${[...new Set(numbers)]}::int[])`.execute(tx);
  return new Map(rows.map(({ seq, start, text }) => [seq, { start, text }]));
}

/** Titles down to each of the outline nodes, the volume's own left out; one statement. */
export async function loadTitles(tx: Tx, revisionId: string, nodes: readonly number[]) {
  const { rows } = await sql<{ seq: number; titles: string[] }>`
    with recursive up as (
      select n.seq as leaf, n.parent, n.level, n.title from outline_node n
        where n.revision_id = ${revisionId} and n.seq = any(${[...new Set(nodes)]}::int[])
      union all
      select up.leaf, n.parent, n.level, n.title from up join outline_node n
        on n.revision_id = ${revisionId} and n.seq = up.parent)
    select leaf as seq, array_agg(title order by level) filter (where level > 0 and title <> '') as titles
    from up group by leaf`.execute(tx);
  return new Map(rows.map((row) => [row.seq, row.titles ?? []]));
}

/** Places of a work with the units that supplied them, and the names of all its units, which stay until the end of `tx`; two statements. */
export async function loadUnits(tx: Tx, workId: string) {
  const contributors = await tx
    .selectFrom('contributor')
    .select(['id', 'name'])
    .where('work_id', '=', workId)
    .forKeyShare()
    .execute();
  const assignments = await tx
    .selectFrom('assignment')
    .select(['place', 'contributor_id'])
    .where('work_id', '=', workId)
    .execute();
  return {
    assignments: new Map(assignments.map((row) => [row.place, row.contributor_id])),
    names: new Map(contributors.map((row) => [row.id, row.name])),
  };
}

/** Lines of these letters, as drafting again finds them. */
export async function loadDraftLines(tx: Tx, letterIds: readonly string[]) {
  return tx
    .selectFrom('letter_line')
    .selectAll()
    .where(sql<boolean>`letter_id = any(${letterIds}::uuid[])`)
    .orderBy('letter_id')
    .orderBy('number')
    .execute();
}
type DraftLine = Awaited<ReturnType<typeof loadDraftLines>>[number];

/** A line of a draft and where it belongs; without `id` it is new. */
export interface PlacedLine {
  readonly id: string | null;
  readonly letterId: string;
  readonly line: PlannedLine;
}

/** Whether drafting again would leave the line as it stands. */
export function isUnchanged(row: DraftLine, { letterId, line }: PlacedLine): boolean {
  return (
    row.letter_id === letterId &&
    row.findings.join() === line.findings.join() &&
    row.place === line.place &&
    row.suggestion === line.suggestion &&
    row.quote === line.quote &&
    row.start_offset === line.start &&
    row.end_offset === line.end &&
    (row.wording_edited || row.wording === line.wording) &&
    (row.certainty_edited || row.certainty === line.certainty)
  );
}

/** Writes what changed of the lines of drafts: what is gone, what stays otherwise, what is new; numbers anew. */
export async function saveDraftLines(
  tx: Tx,
  change: { gone: readonly string[]; kept: readonly PlacedLine[]; letterIds: readonly string[] },
): Promise<void> {
  if (change.gone.length > 0)
    await tx
      .deleteFrom('letter_line')
      .where(sql<boolean>`id = any(${change.gone}::uuid[])`)
      .execute();
  const rowOf = ({ id, letterId, line }: PlacedLine) => ({
    id: id ?? randomUUID(),
    letter_id: letterId,
    findings: line.findings,
    opinion_id: line.opinionId,
    family: line.family,
    start_offset: line.start,
    end_offset: line.end,
    block: line.block,
    place: line.place,
    quote: line.quote,
    wording: line.wording,
    suggestion: line.suggestion,
    basis: line.basis,
    certainty: line.certainty,
  });
  const record = sql.raw(`r(id uuid, letter_id uuid, findings int[], opinion_id uuid, family text, start_offset int,
    end_offset int, block int, place text, quote text, wording text, suggestion text, basis text, certainty text)`);
  const changed = change.kept.filter(({ id }) => id !== null).map(rowOf);
  if (changed.length > 0)
    await sql`update letter_line n set letter_id = r.letter_id, findings = r.findings, family = r.family,
        start_offset = r.start_offset, end_offset = r.end_offset, block = r.block, place = r.place, quote = r.quote,
        wording = case when n.wording_edited then n.wording else r.wording end, suggestion = r.suggestion,
        basis = r.basis, certainty = case when n.certainty_edited then n.certainty else r.certainty end,
        version = n.version + 1
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as ${record} where n.id = r.id`.execute(tx);
  const added = change.kept.filter(({ id }) => id === null).map(rowOf);
  if (added.length > 0)
    await sql`insert into letter_line (id, letter_id, number, findings, opinion_id, family, start_offset, end_offset,
        block, place, quote, wording, suggestion, basis, certainty)
      select id, letter_id, 0, findings, opinion_id, family, start_offset, end_offset, block, place, quote, wording,
        suggestion, basis, certainty
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as ${record}`.execute(tx);
  await renumber(tx, change.letterIds);
}

/**
 * Numbers the lines of letters from 1 as they are printed: opinions in text order, then the uncertain ones, which stand in
 * a section of their own; what is left out comes behind what goes out.
 */
export async function renumber(tx: Tx, letterIds: readonly string[]): Promise<void> {
  await sql`update letter_line n set number = r.number
    from (select id, row_number() over (partition by letter_id
        order by left_out, certainty = 'uncertain', start_offset, end_offset, findings[1] nulls last, id)::int as number
      from letter_line where letter_id = any(${letterIds}::uuid[])) r
    where n.id = r.id and n.number <> r.number`.execute(tx);
}

/** Lines of a letter in the order of their numbers; one statement. */
export async function loadLines(db: Database | Tx, letterId: string, lineId?: string) {
  let query = db.selectFrom('letter_line').selectAll().where('letter_id', '=', letterId).orderBy('number');
  if (lineId !== undefined) query = query.where('id', '=', lineId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    findings: row.findings,
    family: row.family,
    place: row.place,
    start: row.start_offset,
    end: row.end_offset,
    block: row.block,
    quote: row.quote,
    wording: row.wording,
    suggestion: row.suggestion,
    basis: row.basis,
    certainty: row.certainty as Certainty,
    leftOut: row.left_out,
    answer: row.answer as Answer | null,
    answerNote: row.answer_note,
    answeredVia: row.answered_via as 'screen' | 'word' | null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    version: row.version,
  }));
}
export type LetterLine = Awaited<ReturnType<typeof loadLines>>[number];

/** Changes a line of a draft by hand; false where somebody was faster. The letter must be locked. */
export async function updateLine(
  tx: Tx,
  line: { letterId: string; lineId: string; version: number },
  change: { wording?: string | undefined; certainty?: Certainty | undefined; leftOut?: boolean | undefined },
): Promise<boolean> {
  const result = await tx
    .updateTable('letter_line')
    .set({
      version: sql<number>`version + 1`,
      ...(change.wording === undefined ? {} : { wording: change.wording, wording_edited: true }),
      ...(change.certainty === undefined ? {} : { certainty: change.certainty, certainty_edited: true }),
      ...(change.leftOut === undefined ? {} : { left_out: change.leftOut }),
    })
    .where('id', '=', line.lineId)
    .where('letter_id', '=', line.letterId)
    .where('version', '=', line.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Answer to a line as it is kept. */
export interface GivenAnswer {
  readonly lineId: string;
  readonly answer: Answer | null;
  readonly note: string | null;
}

/** Writes answers; each line's version rises by one. The letter must be locked. */
export async function saveAnswers(
  tx: Tx,
  letterId: string,
  answers: readonly GivenAnswer[],
  given: { via: 'screen' | 'word'; by: string | null },
): Promise<void> {
  if (answers.length === 0) return;
  await sql`update letter_line n set answer = r.answer, answer_note = r.note, version = n.version + 1,
      answered_via = case when r.answer is null then null else ${given.via}::text end,
      answered_by = case when r.answer is null then null else ${given.by}::uuid end,
      answered_at = case when r.answer is null then null else now() end
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r("lineId" uuid, answer text, note text)
    where n.id = r."lineId" and n.letter_id = ${letterId}`.execute(tx);
}

/** Names the findings of a revision in its letters by their new numbers. */
export async function renumberLines(
  tx: Tx,
  revisionId: string,
  renumbered: readonly (readonly [number, number])[],
): Promise<void> {
  const [olds, news] = [renumbered.map(([old]) => old), renumbered.map(([, renewed]) => renewed)];
  await sql`
    update letter_line line set findings = array(
      select moved.new from unnest(line.findings) as named(seq)
        join unnest(${olds}::int[], ${news}::int[]) as moved(old, new) on moved.old = named.seq
      order by moved.new)
    from letter where letter.id = line.letter_id and letter.revision_id = ${revisionId}::uuid and line.findings <> '{}'`.execute(
    tx,
  );
}
