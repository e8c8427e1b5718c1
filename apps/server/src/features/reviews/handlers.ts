import { randomUUID } from 'node:crypto';

import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { decideFinding, DECISIONS, type Action } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import {
  loadFindings,
  loadIndex,
  loadSummary,
  lockFinding,
  lockUndecided,
  setDecision,
  titleOf,
  undoBatch,
} from './store.ts';

const os = implement(contract.reviews).$context<Context>();

async function enter(context: Context, id: string, action: Action) {
  const caller = requireCaller(context);
  const territory = await findTerritory(context.db, 'revision', id);
  if (!territory) refuse('NOT_FOUND');
  return requireMay(caller, action, territory, 'reviews.read');
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

/** Reviews (审校): findings, decisions, summary. */
export const reviewsHandlers = {
  index: os.index.handler(async ({ input, context }) => {
    await enter(context, input.id, 'reviews.read');
    return loadIndex(context.db, input.id);
  }),

  findings: os.findings.handler(async ({ input, context }) => {
    await enter(context, input.id, 'reviews.read');
    return loadFindings(context.db, input.id, input.from, input.limit);
  }),

  decide: os.decide.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.id, 'reviews.decide');
    return context.db.transaction().execute(async (tx) => {
      const finding = await lockFinding(tx, input.id, input.seq);
      if (!finding) throw errors.NOT_FOUND();
      const outcome = decideFinding(finding, input);
      if (outcome === 'ONE_BY_ONE') throw new Error('a single decision is never in bulk');
      if (typeof outcome === 'string') throw errors[outcome]();
      await setDecision(tx, input.id, [input.seq], { ...outcome, by: caller.personId, batch: null });
      await recordAudit(tx, {
        actor: caller,
        action: outcome.decision ? 'reviews.decide' : 'reviews.undo',
        subject: `finding:${input.id}/${finding.id}`,
        content: outcome,
      });
      const [decided] = await loadFindings(tx, input.id, input.seq, 1);
      return decided!;
    });
  }),

  decideMany: os.decideMany.handler(async ({ input, context, errors }) => {
    const caller = await enter(context, input.id, 'reviews.decide');
    const batch = randomUUID();
    return context.db.transaction().execute(async (tx) => {
      const findings = await lockUndecided(tx, input.id, input.rule);
      const seqs: number[] = [];
      for (const finding of findings) {
        const outcome = decideFinding(finding, { ...input, version: null });
        if (outcome === 'DECISION_CONFLICT') throw new Error('a bulk decision names no version');
        // 径改 takes those that have a suggestion and leaves the others to be decided one by one.
        if (outcome === 'NO_SUGGESTION') continue;
        if (typeof outcome === 'string') throw errors[outcome]();
        seqs.push(finding.seq);
      }
      if (seqs.length === 0 && findings.length > 0) throw errors.NO_SUGGESTION();
      if (seqs.length > 0) {
        const wording = input.decision === 'opine' ? input.wording : null;
        await setDecision(tx, input.id, seqs, { decision: input.decision, wording, by: caller.personId, batch });
        await recordAudit(tx, {
          actor: caller,
          action: 'reviews.decideMany',
          subject: `revision:${input.id}`,
          content: { rule: input.rule, decision: input.decision, wording, seqs, batch },
        });
      }
      return { batch, seqs };
    });
  }),

  undoMany: os.undoMany.handler(async ({ input, context }) => {
    const caller = await enter(context, input.id, 'reviews.decide');
    return context.db.transaction().execute(async (tx) => {
      const seqs = await undoBatch(tx, input.id, input.batch);
      if (seqs.length === 0) return { seqs };
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.undo',
        subject: `revision:${input.id}`,
        content: { batch: input.batch, seqs },
      });
      return { seqs };
    });
  }),

  summary: os.summary.handler(async ({ input, context, errors }) => {
    await enter(context, input.id, 'reviews.read');
    const summary = await loadSummary(context.db, input.id);
    if (!summary) throw errors.NOT_READY();
    const { run, counts, parts } = summary;
    const groupBy = <K>(key: (row: (typeof counts)[number]) => K) => [...Map.groupBy(counts, key).values()];
    const tally = (rows: typeof counts) => ({
      count: sum(rows),
      undecided: sum(rows.filter((row) => row.decision === null)),
    });
    return {
      characters: run.characters,
      preset: run.preset,
      engine: run.engine,
      milliseconds: run.milliseconds,
      total: sum(counts),
      byFamily: groupBy((row) => `${row.family} ${row.severity}`).map((rows) => ({
        family: rows[0]!.family,
        severity: rows[0]!.severity,
        ...tally(rows),
      })),
      byPart: parts,
      byDecision: [null, ...DECISIONS].map((decision) => ({
        decision,
        count: sum(counts.filter((row) => row.decision === decision)),
      })),
      byRule: groupBy((row) => row.rule).map((rows) => ({
        rule: rows[0]!.rule,
        title: titleOf(rows[0]!.rule),
        family: rows[0]!.family,
        ...tally(rows),
      })),
    };
  }),
};
