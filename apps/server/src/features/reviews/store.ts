import { DECISIONS, type Certainty, type Decision } from '@xiuzhi/domain';
import { describeClause, RULES, type Family, type Finding, type Severity, type Volume } from '@xiuzhi/review';
import { sql, type Selectable } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { FindingTable } from '../../db/schema.ts';
import { isHeldElsewhere, isShown, loadToldWords, type Viewer } from './shown-decision.ts';

const TITLES = new Map(RULES.map((rule) => [rule.id as string, rule.title]));

/** Title of a rule in Chinese; its id where an older engine had a rule that is gone. */
export function titleOf(rule: string): string {
  return TITLES.get(rule) ?? rule;
}

/** A finding as it is kept, without what became of it. */
export type FindingRow = Pick<
  Selectable<FindingTable>,
  | 'seq'
  | 'id'
  | 'rule'
  | 'family'
  | 'severity'
  | 'norm'
  | 'clause'
  | 'start_offset'
  | 'end_offset'
  | 'block'
  | 'node'
  | 'quote'
  | 'message'
  | 'evidence'
  | 'suggestion'
>;

/** Findings of a run as rows, numbered in text order, each with the block it stands in. */
export function rowsOf({ blocks }: Volume, findings: readonly Finding[]): FindingRow[] {
  let block = 0;
  // Findings and blocks are both in text order: one walk finds every finding's block.
  return findings.map((finding, seq) => {
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= finding.start) block++;
    return {
      seq,
      id: finding.id,
      rule: finding.rule,
      family: finding.family,
      severity: finding.severity,
      norm: finding.norm,
      clause: finding.clause,
      start_offset: finding.start,
      end_offset: finding.end,
      block,
      node: blocks[block]?.node ?? 0,
      quote: finding.quote,
      message: finding.message,
      evidence: finding.evidence,
      suggestion: finding.suggestion ?? null,
    };
  });
}

/** Saves the findings of a first review run in one statement. */
export async function saveFindings(
  tx: Tx,
  run: { revisionId: string; preset: string; engine: string; milliseconds: number },
  volume: Volume,
  findings: readonly Finding[],
): Promise<void> {
  const rows = rowsOf(volume, findings);
  await tx
    .insertInto('review_run')
    .values({ revision_id: run.revisionId, preset: run.preset, engine: run.engine, milliseconds: run.milliseconds })
    .execute();
  await sql`insert into finding (revision_id, seq, id, rule, family, severity, norm, clause, start_offset, end_offset,
      block, node, quote, message, evidence, suggestion)
    select ${run.revisionId}::uuid, f.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(seq int, id text, rule text, family text, severity text, norm text, clause text, start_offset int, end_offset int,
        block int, node int, quote text, message text, evidence jsonb, suggestion jsonb)`.execute(tx);
}

/** All findings of a revision, column by column, in text order; another office's decisions as far as they went out. */
export async function loadIndex(db: Database, revisionId: string, viewer: Viewer) {
  const rows = await db
    .selectFrom('finding')
    .select(['rule', 'family', 'severity', 'start_offset', 'end_offset', 'block', 'node'])
    .select(sql<number>`case when ${isHeldElsewhere(revisionId, viewer)} then 0 else version end`.as('version'))
    .select(sql<Decision | null>`case when ${isShown(revisionId, viewer)} then decision end`.as('decision'))
    .select(sql<number>`(suggestion is not null)::int`.as('fixable'))
    .select(sql<number>`(carried_from is not null)::int`.as('carried'))
    .where('revision_id', '=', revisionId)
    .orderBy('seq')
    .execute();
  const rules: { id: string; title: string; family: Family; severity: Severity }[] = [];
  const ruleIndex = new Map<string, number>();
  const rule = rows.map((row) => {
    // A rule may raise findings of more than one severity: one line for each.
    const key = `${row.rule} ${row.severity}`;
    let index = ruleIndex.get(key);
    if (index === undefined) {
      index =
        rules.push({
          id: row.rule,
          title: titleOf(row.rule),
          family: row.family as Family,
          severity: row.severity as Severity,
        }) - 1;
      ruleIndex.set(key, index);
    }
    return index;
  });
  return {
    rules,
    rule,
    start: rows.map((row) => row.start_offset),
    end: rows.map((row) => row.end_offset),
    block: rows.map((row) => row.block),
    node: rows.map((row) => row.node),
    decision: rows.map((row) => DECISIONS.indexOf(row.decision!)),
    version: rows.map((row) => row.version),
    fixable: rows.map((row) => row.fixable),
    carried: rows.map((row) => row.carried),
  };
}

/** Findings from `from` on, in full; another office's decisions as far as they went out, and in its name. */
export async function loadFindings(db: Database | Tx, revisionId: string, from: number, limit: number, viewer: Viewer) {
  const rows = await db
    .selectFrom('finding')
    .leftJoin('person', 'person.id', 'finding.decided_by')
    .leftJoin('organisation', 'organisation.id', 'finding.decided_office')
    .selectAll('finding')
    .select(isShown(revisionId, viewer).as('shown'))
    .select(isHeldElsewhere(revisionId, viewer).as('elsewhere'))
    .select(sql<boolean>`coalesce(organisation.path = any(${viewer}::text[]), false)`.as('own'))
    .select(
      sql<string | null>`case when organisation.path = any(${viewer}::text[]) then person.display_name
        else organisation.name end`.as('decided_name'),
    )
    .where('revision_id', '=', revisionId)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const others = rows.filter((row) => row.shown && !row.own && row.decision === 'opine');
  const told = await loadToldWords(
    db,
    revisionId,
    others.map((row) => row.seq),
  );
  return rows.map((row) => ({
    seq: row.seq,
    id: row.id,
    rule: row.rule,
    ruleTitle: titleOf(row.rule),
    family: row.family as Family,
    severity: row.severity as Severity,
    norm: row.norm,
    clause: row.clause,
    basis: describeClause(row.norm, row.clause),
    start: row.start_offset,
    end: row.end_offset,
    quote: row.quote,
    message: row.message,
    evidence: row.evidence as { label: string; span?: { start: number; end: number }; value?: string }[],
    suggestion: row.suggestion as { start: number; end: number; replacement: string } | null,
    block: row.block,
    node: row.node,
    ...(row.shown
      ? {
          decision: row.decision as Decision,
          wording: row.wording,
          certainty: row.certainty as Certainty | null,
          ...(row.own ? {} : told.get(`${row.seq} ${row.decided_office}`)),
          contributorId: row.contributor_id,
          decidedBy: row.decided_name,
          decidedAt: row.decided_at?.toISOString() ?? null,
        }
      : { decision: null, wording: null, certainty: null, contributorId: null, decidedBy: null, decidedAt: null }),
    carried: row.carried_from !== null,
    version: row.elsewhere ? 0 : row.version,
  }));
}

/**
 * Holds a revision where it is until the transaction ends: sending it up and giving it back wait. The path of the office
 * it was sent up to, or null.
 */
export async function holdRevision(tx: Tx, revisionId: string): Promise<string | null> {
  // The lock first: what was committed while we waited for it is seen only by a statement that begins afterwards.
  await tx.selectFrom('revision').select('id').where('id', '=', revisionId).forKeyShare().execute();
  const open = await tx
    .selectFrom('submission')
    .innerJoin('organisation', 'organisation.id', 'submission.office_id')
    .select('organisation.path')
    .where('submission.revision_id', '=', revisionId)
    .where('submission.ended_at', 'is', null)
    .executeTakeFirst();
  return open?.path ?? null;
}

/**
 * Holds the contributing units (供稿单位) of a revision's work: none is removed until the transaction ends. Whoever removes one
 * takes it off its findings, so this comes before any finding is locked.
 */
export async function holdContributors(tx: Tx, revisionId: string): Promise<void> {
  await sql`select from contributor where work_id = (select manuscript.work_id from revision
    join manuscript on manuscript.id = revision.manuscript_id where revision.id = ${revisionId}) for key share`.execute(
    tx,
  );
}

/** Whether a contributing unit is one of the revision's work; it is not removed until the transaction ends. */
export async function isContributor(tx: Tx, revisionId: string, contributorId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('contributor')
    .innerJoin('manuscript', 'manuscript.work_id', 'contributor.work_id')
    .innerJoin('revision', 'revision.manuscript_id', 'manuscript.id')
    .select('contributor.id')
    .where('contributor.id', '=', contributorId)
    .where('revision.id', '=', revisionId)
    .forKeyShare('contributor')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a decision is made on, locked until the transaction ends. */
export async function lockFinding(tx: Tx, revisionId: string, seq: number) {
  return tx
    .selectFrom('finding')
    .select(['seq', 'id', 'rule', 'quote', 'family', 'version', 'decision'])
    .select(sql<boolean>`suggestion is not null`.as('fixable'))
    .where('revision_id', '=', revisionId)
    .where('seq', '=', seq)
    .forUpdate()
    .executeTakeFirst();
}

/** Findings of one rule that stand undecided before these people, locked until the transaction ends. */
export async function lockUndecided(tx: Tx, revisionId: string, rule: string, viewer: Viewer) {
  return tx
    .selectFrom('finding')
    .select(['seq', 'id', 'quote', 'family', 'version'])
    .select(sql<boolean>`suggestion is not null`.as('fixable'))
    .where('revision_id', '=', revisionId)
    .where('rule', '=', rule)
    .where(sql<boolean>`not ${isShown(revisionId, viewer)}`)
    .orderBy('seq')
    .forUpdate()
    .execute();
}

/** What is recorded of a decision, and whose it is. */
interface Decided {
  readonly decision: Decision | null;
  readonly wording: string | null;
  readonly certainty: Certainty | null;
  readonly contributorId: string | null;
  readonly by: { readonly personId: string; readonly officePath: string };
  readonly batch: string | null;
}

/** Records a decision on findings; each one's version rises by one. */
export async function setDecision(
  tx: Tx,
  revisionId: string,
  seqs: readonly number[],
  decided: Decided,
): Promise<void> {
  await tx
    .updateTable('finding')
    .set({
      decision: decided.decision,
      wording: decided.wording,
      certainty: decided.certainty,
      contributor_id: decided.contributorId,
      decided_by: decided.decision ? decided.by.personId : null,
      decided_at: decided.decision ? new Date() : null,
      decided_office: decided.decision
        ? sql<string>`(select id from organisation where path = ${decided.by.officePath})`
        : null,
      batch: decided.batch,
      version: sql<number>`version + 1`,
    })
    .where('revision_id', '=', revisionId)
    // As one array: a statement takes 65,535 parameters, and a long book may have more findings of one rule.
    .where(sql<boolean>`seq = any(${seqs}::int[])`)
    .execute();
}

/** Takes a batch of an office's decisions back where they still stand; the findings taken back. */
export async function undoBatch(tx: Tx, revisionId: string, batch: string, officePath: string): Promise<number[]> {
  const rows = await tx
    .updateTable('finding')
    .set({
      decision: null,
      wording: null,
      certainty: null,
      contributor_id: null,
      decided_by: null,
      decided_at: null,
      decided_office: null,
      batch: null,
      version: sql<number>`version + 1`,
    })
    .where('revision_id', '=', revisionId)
    .where('batch', '=', batch)
    .where('decided_office', '=', (on) => on.selectFrom('organisation').select('id').where('path', '=', officePath))
    .returning('seq')
    .execute();
  return rows.map((row) => row.seq).sort((a, b) => a - b);
}

/** Counts for the summary page; four statements. */
export async function loadSummary(db: Database, revisionId: string, viewer: Viewer) {
  const shown = isShown(revisionId, viewer);
  const run = await db
    .selectFrom('review_run')
    .innerJoin('revision', 'revision.id', 'review_run.revision_id')
    .select(['preset', 'engine', 'milliseconds', 'characters'])
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
  if (!run) return undefined;
  const counts = await sql<{
    rule: string;
    family: Family;
    severity: Severity;
    decision: Decision | null;
    count: number;
  }>`
    select rule, family, severity, case when ${shown} then decision end as decision, count(*)::int as count from finding
    where revision_id = ${revisionId} group by 1, 2, 3, 4 order by count desc, rule`.execute(db);
  const parts = await sql<{ node: number; title: string; count: number; undecided: number; error: number }>`
    with part as (
      select seq, title, first_block, end_block from outline_node
      where revision_id = ${revisionId}
        and level = (select min(level) from outline_node where revision_id = ${revisionId} and level > 0)),
    -- Each finding of the block to the part that began last before it: a book may have thousands of either.
    walk as (
      select block, null::int as seq, (count(*))::int as count, (count(*) filter (where not ${shown}))::int as undecided,
        (count(*) filter (where severity = 'error'))::int as error, 1 as rank
      from finding where revision_id = ${revisionId} group by block
      union all select first_block, seq, 0, 0, 0, 0 from part where end_block > first_block),
    placed as (
      select block, count, undecided, error,
        max(seq) over (order by block, rank, seq rows between unbounded preceding and current row) as seq from walk)
    select part.seq as node, part.title, coalesce(sum(placed.count), 0)::int as count,
      coalesce(sum(placed.undecided), 0)::int as undecided, coalesce(sum(placed.error), 0)::int as error
    from part left join placed on placed.seq = part.seq and placed.block < part.end_block
    group by part.seq, part.title order by part.seq`.execute(db);
  return { run, counts: counts.rows, parts: parts.rows };
}

/** Findings for the Word export: those with one of the decisions (null: undecided), in text order. */
export async function loadForExport(
  db: Database,
  revisionId: string,
  decisions: readonly (Decision | null)[],
  viewer: Viewer,
) {
  const all = await loadFindings(db, revisionId, 0, 1_000_000, viewer);
  return all.filter((finding) => decisions.includes(finding.decision));
}
