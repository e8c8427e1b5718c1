import { randomUUID } from 'node:crypto';

import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { decideFinding, DECISIONS } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import type { Context } from '../../http/context.ts';
import { claimRevision, enterRevision } from './claim-revision.ts';
import { opinionHandlers } from './opinion-handlers.ts';
import { deleteSuppressionOf } from './suppressions.ts';
import { suppressionHandlers } from './suppression-handlers.ts';
import { viewerOf } from './shown-decision.ts';
import {
  isContributor,
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

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

/** Reviews (审校): findings, decisions, summary. */
export const reviewsHandlers = {
  index: os.index.handler(async ({ input, context }) => {
    const caller = await enterRevision(context, input.id, 'reviews.read');
    return loadIndex(context.db, input.id, viewerOf(caller));
  }),

  findings: os.findings.handler(async ({ input, context }) => {
    const caller = await enterRevision(context, input.id, 'reviews.read');
    return loadFindings(context.db, input.id, input.from, input.limit, viewerOf(caller));
  }),

  decide: os.decide.handler(({ input, context, errors }) =>
    claimRevision(context, input.id, async (tx, caller) => {
      // The unit before the finding, as whoever removes one locks them.
      const unit = input.decision === 'verify' ? input.contributorId : null;
      const isUnit = unit === null || (await isContributor(tx, input.id, unit));
      const finding = await lockFinding(tx, input.id, input.seq);
      if (!finding) throw errors.NOT_FOUND();
      const outcome = decideFinding(finding, input);
      if (outcome === 'ONE_BY_ONE') throw new Error('a single decision is never in bulk');
      if (typeof outcome === 'string') throw errors[outcome]();
      const { decision } = outcome;
      if (!isUnit) throw errors.NOT_FOUND();
      const decided = { ...outcome, certainty: decision === 'opine' ? input.certainty : null, contributorId: unit };
      await setDecision(tx, input.id, [input.seq], { ...decided, by: caller, batch: null });
      await recordAudit(tx, {
        actor: caller,
        action: decision ? 'reviews.decide' : 'reviews.undo',
        subject: `finding:${input.id}/${finding.id}`,
        content: decided,
      });
      const [shown] = await loadFindings(tx, input.id, input.seq, 1, viewerOf(caller));
      return shown!;
    }),
  ),

  decideMany: os.decideMany.handler(({ input, context, errors }) =>
    claimRevision(context, input.id, async (tx, caller) => {
      const batch = randomUUID();
      const findings = await lockUndecided(tx, input.id, input.rule, viewerOf(caller));
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
        const [wording, certainty] = input.decision === 'opine' ? [input.wording, 'change' as const] : [null, null];
        const decided = { decision: input.decision, wording, certainty, contributorId: null };
        await setDecision(tx, input.id, seqs, { ...decided, by: caller, batch });
        await recordAudit(tx, {
          actor: caller,
          action: 'reviews.decideMany',
          subject: `revision:${input.id}`,
          content: { rule: input.rule, decision: input.decision, wording, seqs, batch },
        });
      }
      return { batch, seqs };
    }),
  ),

  undoMany: os.undoMany.handler(({ input, context }) =>
    claimRevision(context, input.id, async (tx, caller) => {
      const seqs = await undoBatch(tx, input.id, input.batch, caller.officePath);
      const isBack = await deleteSuppressionOf(tx, input.id, input.batch);
      if (seqs.length === 0 && !isBack) return { seqs };
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.undo',
        subject: `revision:${input.id}`,
        content: { batch: input.batch, seqs },
      });
      return { seqs };
    }),
  ),

  ...opinionHandlers,
  ...suppressionHandlers,

  summary: os.summary.handler(async ({ input, context, errors }) => {
    const caller = await enterRevision(context, input.id, 'reviews.read');
    const summary = await loadSummary(context.db, input.id, viewerOf(caller));
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
