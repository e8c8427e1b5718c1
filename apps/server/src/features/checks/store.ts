import { sql } from 'kysely';
import type { Answer, Certainty, CheckSource, Verdict } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';
import type { ComparedFinding, Comparison } from './compare-revisions.ts';

/** The revision that a new one is checked against: the latest ready one before it; undefined for a first revision. */
export function findPrevious(db: Database | Tx, revisionId: string): Promise<string | undefined> {
  return findNeighbour(db, revisionId, '<');
}

/** The first ready revision after this one; undefined for the newest. */
export function findNext(db: Database | Tx, revisionId: string): Promise<string | undefined> {
  return findNeighbour(db, revisionId, '>');
}

async function findNeighbour(db: Database | Tx, revisionId: string, side: '<' | '>'): Promise<string | undefined> {
  const found = await db
    .selectFrom('revision')
    .innerJoin('revision as other', 'other.manuscript_id', 'revision.manuscript_id')
    .select('other.id')
    .where('revision.id', '=', revisionId)
    .whereRef('other.number', side, 'revision.number')
    .where('other.state', '=', 'ready')
    .where('other.removed_at', 'is', null)
    .orderBy('other.number', side === '<' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** Opens a check (or opens it again); false where one is being made right now. */
export async function openCheck(tx: Tx, revisionId: string, againstId: string): Promise<boolean> {
  const opened = await tx
    .insertInto('rectification_check')
    .values({ revision_id: revisionId, against_id: againstId, state: 'running' })
    .onConflict((conflict) =>
      conflict
        .column('revision_id')
        .doUpdateSet({ against_id: againstId, state: 'running', version: sql<number>`rectification_check.version + 1` })
        .where('rectification_check.state', '<>', 'running'),
    )
    .returning('revision_id')
    .executeTakeFirst();
  return opened !== undefined;
}

/** A check with its two revisions. */
export async function findCheck(db: Database | Tx, revisionId: string) {
  return db
    .selectFrom('rectification_check as made')
    .innerJoin('revision', 'revision.id', 'made.revision_id')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .innerJoin('work', 'work.id', 'manuscript.work_id')
    .innerJoin('revision as before', 'before.id', 'made.against_id')
    .select([
      'made.revision_id',
      'made.against_id',
      'made.state',
      'made.new_findings',
      'made.milliseconds',
      'made.made_at',
      'made.version',
      'revision.number',
      'before.number as against_number',
      'manuscript.title',
      'work.id as work_id',
      'work.title as work_title',
    ])
    .where('made.revision_id', '=', revisionId)
    .executeTakeFirst();
}

/** The stored alignment of a check; undefined before it is made. */
export async function findAlignment(db: Database, revisionId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('rectification_check')
    .select('alignment')
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return row?.alignment ?? undefined;
}

/** Checks that were being made when a process died. */
export async function listRunning(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('rectification_check')
    .select('revision_id')
    .where('state', '=', 'running')
    .execute();
  return rows.map((row) => row.revision_id);
}

/** All findings of a revision as the comparison needs them, in text order. */
export async function loadCompared(db: Database, revisionId: string): Promise<ComparedFinding[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['seq', 'rule', 'start_offset as start', 'end_offset as end', 'evidence', 'suggestion'])
    .where('revision_id', '=', revisionId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence as ComparedFinding['evidence'],
    suggestion: row.suggestion as ComparedFinding['suggestion'],
  }));
}

/** What was asked for on the old revision (核对对象), before anything is compared. */
export interface Asked {
  readonly source: CheckSource;
  readonly findings: readonly number[];
  readonly opinionId: string | null;
  readonly letterLineId: string | null;
  readonly officeId: string;
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly quote: string;
  readonly wording: string;
  readonly suggestion: string | null;
  readonly certainty: Certainty;
}

const SOURCES = { opine: 'opinion', correct: 'correction', verify: 'verification' } as const;

/**
 * Everything asked for on a revision, in text order: lines of signed letters first of all, then decisions and opinions
 * that are in none. Decisions made in one go are one item. Three statements.
 */
export async function loadAsked(db: Database, revisionId: string): Promise<Asked[]> {
  const lines = await db
    .selectFrom('letter_line as line')
    .innerJoin('letter', 'letter.id', 'line.letter_id')
    .select(['line.id', 'line.findings', 'line.opinion_id', 'line.start_offset', 'line.end_offset', 'line.place'])
    .select(['line.quote', 'line.wording', 'line.suggestion', 'line.certainty', 'letter.kind', 'letter.office_id'])
    .where('letter.revision_id', '=', revisionId)
    .where('letter.state', '=', 'signed')
    .where('line.left_out', '=', false)
    .execute();
  const sent = new Set(lines.flatMap((line) => line.findings));
  const sentOpinions = new Set(lines.flatMap((line) => line.opinion_id ?? []));
  const decided = await sql<{
    findings: number[];
    decision: keyof typeof SOURCES;
    office_id: string;
    start: number;
    end: number;
    place: string;
    quote: string;
    wording: string;
    suggestion: string | null;
    certainty: Certainty;
  }>`
    with recursive path as (
      select seq, title as place from outline_node where revision_id = ${revisionId} and level = 0
      union all
      select node.seq, case when path.place = '' then node.title else path.place || ' › ' || node.title end
      from outline_node node join path on path.seq = node.parent
      where node.revision_id = ${revisionId} and node.level > 0)
    select array_agg(f.seq order by f.seq) as findings, f.decision, f.decided_office as office_id,
      min(f.start_offset)::int as start, (array_agg(f.end_offset order by f.seq))[1] as "end",
      (array_agg(coalesce(path.place, '') order by f.seq))[1] as place,
      (array_agg(f.quote order by f.seq))[1] as quote,
      coalesce((array_agg(f.wording order by f.seq))[1], (array_agg(f.message order by f.seq))[1]) as wording,
      (array_agg(f.suggestion ->> 'replacement' order by f.seq))[1] as suggestion,
      coalesce(max(f.certainty), 'change') as certainty
    from finding f left join path on path.seq = f.node
    where f.revision_id = ${revisionId} and f.decision in ('opine', 'correct', 'verify') and f.decided_office is not null
      and not f.seq = any(${[...sent]}::int[])
    group by f.decision, f.decided_office, f.rule, coalesce(f.batch::text, f.seq::text)`.execute(db);
  const opinions = await db
    .selectFrom('opinion')
    .leftJoin('outline_node', (join) =>
      join.onRef('outline_node.revision_id', '=', 'opinion.revision_id').onRef('outline_node.seq', '=', 'opinion.node'),
    )
    .select(['opinion.id', 'opinion.office_id', 'opinion.start_offset', 'opinion.end_offset', 'outline_node.title'])
    .select(['opinion.quote', 'opinion.wording', 'opinion.certainty'])
    .where('opinion.revision_id', '=', revisionId)
    .execute();
  const asked: Asked[] = [
    ...lines.map((line) => ({
      source: line.kind === 'slip' ? ('verification' as const) : ('opinion' as const),
      findings: line.findings,
      opinionId: line.opinion_id,
      letterLineId: line.id,
      officeId: line.office_id,
      start: line.start_offset,
      end: line.end_offset,
      place: line.place,
      quote: line.quote,
      wording: line.wording,
      suggestion: line.suggestion,
      certainty: line.certainty as Certainty,
    })),
    ...decided.rows.map(({ decision, office_id, ...row }) => ({
      ...row,
      source: SOURCES[decision],
      opinionId: null,
      letterLineId: null,
      officeId: office_id,
    })),
    ...opinions
      .filter((opinion) => !sentOpinions.has(opinion.id))
      .map((opinion) => ({
        source: 'opinion' as const,
        findings: [],
        opinionId: opinion.id,
        letterLineId: null,
        officeId: opinion.office_id,
        start: opinion.start_offset,
        end: opinion.end_offset,
        place: opinion.title ?? '',
        quote: opinion.quote,
        wording: opinion.wording,
        suggestion: null,
        certainty: opinion.certainty as Certainty,
      })),
  ];
  return asked.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Saves a finished check in place of an earlier one; what reviewers overruled before stays with the same items. */
export async function saveCheck(
  tx: Tx,
  revisionId: string,
  engine: string,
  asked: readonly Asked[],
  comparison: Comparison,
): Promise<boolean> {
  const saved = await tx
    .updateTable('rectification_check')
    .set({
      state: 'ready',
      alignment: Buffer.from(comparison.alignment),
      new_findings: comparison.newFindings,
      engine,
      milliseconds: comparison.milliseconds,
      made_at: new Date(),
    })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'running')
    .returning('revision_id')
    .executeTakeFirst();
  if (!saved) return false;
  const overruled = await tx
    .deleteFrom('check_line')
    .where('revision_id', '=', revisionId)
    .returning(['source', 'findings', 'opinion_id', 'office_id'])
    .returning(['overruled', 'note', 'overruled_by', 'overruled_at', 'version'])
    .execute();
  const kept = new Map(
    overruled
      .filter((line) => line.overruled || line.note)
      .map((line) => [itemKey(line.office_id, line.source, line.findings, line.opinion_id), line]),
  );
  const rows = asked.map((item, index) => {
    const outcome = comparison.outcomes[index]!;
    const before = kept.get(itemKey(item.officeId, item.source, item.findings, item.opinionId));
    return {
      number: index + 1,
      source: item.source,
      findings: item.findings,
      opinion_id: item.opinionId,
      office_id: item.officeId,
      letter_line_id: item.letterLineId,
      place: item.place,
      quote: item.quote,
      wording: item.wording,
      suggestion: item.suggestion,
      certainty: item.certainty,
      verdict: outcome.verdict,
      places: outcome.places,
      places_done: outcome.placesDone,
      before_text: outcome.before.text,
      before_start: outcome.before.start,
      before_end: outcome.before.end,
      after_text: outcome.after?.text ?? null,
      after_start: outcome.after?.start ?? null,
      after_end: outcome.after?.end ?? null,
      overruled: before?.overruled ?? null,
      note: before?.note ?? '',
      overruled_by: before?.overruled_by ?? null,
      overruled_at: before?.overruled_at ?? null,
      version: (before?.version ?? 0) + 1,
    };
  });
  await sql`insert into check_line (revision_id, number, source, findings, opinion_id, office_id, letter_line_id, place, quote,
      wording, suggestion, certainty, verdict, places, places_done, before_text, before_start, before_end, after_text,
      after_start, after_end, overruled, note, overruled_by, overruled_at, version)
    select ${revisionId}::uuid, l.number, l.source, array(select jsonb_array_elements_text(l.findings)::int), l.opinion_id,
      l.office_id, l.letter_line_id, l.place, l.quote, l.wording, l.suggestion, l.certainty, l.verdict, l.places,
      l.places_done, l.before_text, l.before_start, l.before_end, l.after_text, l.after_start, l.after_end, l.overruled,
      l.note, l.overruled_by, l.overruled_at, l.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(number int, source text, findings jsonb, opinion_id uuid,
      office_id uuid, letter_line_id uuid, place text, quote text, wording text, suggestion text, certainty text,
      verdict text, places int, places_done int, before_text text, before_start int, before_end int, after_text text,
      after_start int, after_end int, overruled text, note text, overruled_by uuid, overruled_at timestamptz, version int)`.execute(
    tx,
  );
  return true;
}

/** What two offices ask of one place are two things, and each office judges its own. */
const itemKey = (officeId: string, source: string, findings: readonly number[], opinionId: string | null) =>
  `${officeId} ${source} ${opinionId ?? findings.join()}`;

/** Says that a check could not be made. */
export async function failCheck(tx: Tx, revisionId: string): Promise<boolean> {
  const failed = await tx
    .updateTable('rectification_check')
    .set({ state: 'failed' })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'running')
    .returning('revision_id')
    .executeTakeFirst();
  return failed !== undefined;
}

/** Lines that people of an office see: its own, and those of letters that were signed. */
function visibleLines(db: Database | Tx, revisionId: string, officePath: string) {
  return db
    .selectFrom('check_line as line')
    .innerJoin('organisation as office', 'office.id', 'line.office_id')
    .leftJoin('letter_line', 'letter_line.id', 'line.letter_line_id')
    .leftJoin('letter', 'letter.id', 'letter_line.letter_id')
    .where('line.revision_id', '=', revisionId)
    .where((where) => where.or([where('office.path', '=', officePath), where('letter.state', '=', 'signed')]));
}

/** Counts of a check by the verdict that stands, as an office sees it; one statement. */
export async function countVerdicts(db: Database, revisionId: string, officePath: string) {
  return visibleLines(db, revisionId, officePath)
    .select(sql<Verdict>`coalesce(line.overruled, line.verdict)`.as('verdict'))
    .select(sql<boolean>`line.certainty = 'uncertain'`.as('uncertain'))
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`count(line.overruled)::int`.as('overruled'))
    .groupBy([sql`1`, sql`2`])
    .execute();
}

/** Lines with numbers above `from`, as an office sees them. */
export async function loadLines(
  db: Database | Tx,
  revisionId: string,
  officePath: string,
  page: { readonly from: number; readonly limit: number; readonly verdict?: Verdict | undefined },
) {
  let query = visibleLines(db, revisionId, officePath)
    .leftJoin('person', 'person.id', 'line.overruled_by')
    .selectAll('line')
    .select(['letter_line.answer', 'letter_line.answer_note', 'person.display_name'])
    .select(sql<boolean>`office.path = ${officePath}`.as('own'))
    .where('line.number', '>', page.from)
    .orderBy('line.number')
    .limit(page.limit);
  if (page.verdict) query = query.where(sql<boolean>`coalesce(line.overruled, line.verdict) = ${page.verdict}`);
  const rows = await query.execute();
  return rows.map((row) => ({
    number: row.number,
    source: row.source as CheckSource,
    findings: row.findings,
    place: row.place,
    quote: row.quote,
    wording: row.wording,
    suggestion: row.suggestion,
    certainty: row.certainty as Certainty,
    answer: row.answer as Answer | null,
    answerNote: row.answer_note,
    verdict: row.verdict as Verdict,
    places: row.places,
    placesDone: row.places_done,
    before: { text: row.before_text, start: row.before_start, end: row.before_end },
    after: row.after_text === null ? null : { text: row.after_text, start: row.after_start!, end: row.after_end! },
    overruled: row.overruled as Verdict | null,
    note: row.note,
    // Reviewers are not named to the reviewed.
    overruledBy: row.own ? row.display_name : null,
    version: row.version,
  }));
}

/** Overrules a line as its office saw it; `stale` where somebody was faster, undefined where the office has no such line. */
export async function overruleLine(
  tx: Tx,
  revisionId: string,
  command: {
    number: number;
    version: number;
    verdict: Verdict | null;
    note: string;
    by: string;
    offices: readonly string[];
  },
): Promise<{ officePath: string } | 'stale' | undefined> {
  if (command.offices.length === 0) return undefined;
  const line = await tx
    .selectFrom('check_line')
    .innerJoin('organisation as office', 'office.id', 'check_line.office_id')
    .select(['check_line.version', 'office.path as officePath'])
    .where('revision_id', '=', revisionId)
    .where('number', '=', command.number)
    .where('office.path', 'in', command.offices)
    .forUpdate('check_line')
    .executeTakeFirst();
  if (!line) return undefined;
  if (line.version !== command.version) return 'stale';
  await tx
    .updateTable('check_line')
    .set({
      overruled: command.verdict,
      note: command.note,
      overruled_by: command.by,
      overruled_at: new Date(),
      version: line.version + 1,
    })
    .where('revision_id', '=', revisionId)
    .where('number', '=', command.number)
    .execute();
  return { officePath: line.officePath };
}

/** Lets what one office asked for count as asked by another. */
export async function moveCheckLines(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('check_line').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}

/** Names the findings of a revision by their new numbers in the checks made against it. */
export async function renumberLines(
  tx: Tx,
  revisionId: string,
  renumbered: readonly (readonly [number, number])[],
): Promise<void> {
  const [olds, news] = [renumbered.map(([old]) => old), renumbered.map(([, renewed]) => renewed)];
  await sql`
    update check_line line set findings = array(
      select moved.new from unnest(line.findings) as named(seq)
        join unnest(${olds}::int[], ${news}::int[]) as moved(old, new) on moved.old = named.seq
      order by moved.new)
    from rectification_check made
    where made.revision_id = line.revision_id and made.against_id = ${revisionId}::uuid and line.findings <> '{}'`.execute(
    tx,
  );
}

/** When both revisions of a check were reviewed last; they are held where they are until the transaction ends. */
export async function holdReviewed(tx: Tx, revisionIds: readonly string[]): Promise<string> {
  await sql`select from revision where id = any(${[...revisionIds]}::uuid[]) order by id for update`.execute(tx);
  return loadReviewed(tx, revisionIds);
}

/** When both revisions of a check were reviewed last, to tell whether their findings are still the same. */
export async function loadReviewed(db: Database | Tx, revisionIds: readonly string[]): Promise<string> {
  const { rows } = await sql<{ reviewed: string | null }>`
    select string_agg(run_at::text, ' ' order by revision_id) as reviewed from review_run
    where revision_id = any(${[...revisionIds]}::uuid[])`.execute(db);
  return rows[0]?.reviewed ?? '';
}
