import { randomUUID } from 'node:crypto';

import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { decideFinding } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { claimOwnRevision, enterRevision } from './claim-revision.ts';
import { startRenewal } from './renew-review.ts';
import { findRun } from './review-runs.ts';
import { viewerOf } from './shown-decision.ts';
import { holdRevision, lockFinding, lockUndecided, setDecision, titleOf, undoBatch } from './store.ts';
import { deleteSuppression, findWorkOf, insertSuppression, listSuppressions } from './suppressions.ts';

const os = implement(contract.reviews).$context<Context>();

/** What a work does not want to be told any more (不再提示), and reviewing again (重新审校). */
export const suppressionHandlers = {
  suppress: os.suppress.handler(({ input, context, errors }) =>
    claimOwnRevision(context, input.id, async (tx, caller) => {
      const finding = await lockFinding(tx, input.id, input.seq);
      if (!finding) throw errors.NOT_FOUND();
      if (finding.version !== input.version) throw errors.DECISION_CONFLICT();
      if (input.scope === 'rule' && input.reason === '') throw errors.REASON_REQUIRED();
      const { rule } = finding;
      const quote = input.scope === 'quote' ? finding.quote : null;
      const undecided = await lockUndecided(tx, input.id, rule, viewerOf(caller));
      const batch = randomUUID();
      const alike = undecided.filter((one) => quote === null || one.quote === quote);
      const command = { decision: 'dismiss', wording: null, version: null } as const;
      for (const one of [finding, ...alike])
        if (decideFinding(one, command) === 'ONE_BY_ONE') throw errors.ONE_BY_ONE();
      const seqs = alike.map(({ seq }) => seq);
      const dismissed = { decision: 'dismiss', wording: null, certainty: null, contributorId: null } as const;
      if (seqs.length > 0) await setDecision(tx, input.id, seqs, { ...dismissed, by: caller, batch });
      const workId = await findWorkOf(tx, input.id);
      const suppression = { workId, rule, quote, reason: input.reason, revisionId: input.id, batch };
      const suppressionId = await insertSuppression(tx, { ...suppression, by: caller.personId });
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.suppress',
        subject: `suppression:${suppressionId}`,
        content: { ...suppression, seqs },
      });
      return { suppressionId, batch, seqs };
    }),
  ),

  suppressions: os.suppressions.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    const territory = await findTerritory(context.db, 'work', input.workId);
    if (!territory) refuse('NOT_FOUND');
    requireMay(signedIn, 'reviews.read', territory, 'reviews.read');
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const after = at && id ? ([at, id] as const) : null;
    const rows = await listSuppressions(context.db, input.workId, { after, limit: input.limit + 1 });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        id: row.id,
        rule: row.rule,
        ruleTitle: titleOf(row.rule),
        quote: row.quote,
        reason: row.reason,
        addedBy: row.display_name,
        addedAt: row.added_at.toISOString(),
      })),
      next: rows.length > page.length && last ? encodeCursor([last.at, last.id]) : null,
    };
  }),

  unsuppress: os.unsuppress.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const territory = await findTerritory(context.db, 'work', input.workId);
    if (!territory) refuse('NOT_FOUND');
    const caller = requireMay(signedIn, 'reviews.decide', territory, 'reviews.read');
    return context.db.transaction().execute(async (tx) => {
      const gone = await deleteSuppression(tx, input.workId, input.suppressionId);
      if (!gone) return { seqs: [] };
      if (await holdRevision(tx, gone.revision_id)) throw errors.SENT_UP();
      const seqs = await undoBatch(tx, gone.revision_id, gone.batch, caller.officePath);
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.unsuppress',
        subject: `suppression:${input.suppressionId}`,
        content: { rule: gone.rule, seqs },
      });
      return { seqs };
    });
  }),

  run: os.run.handler(async ({ input, context, errors }) => {
    await enterRevision(context, input.id, 'reviews.read');
    const run = await findRun(context.db, input.id);
    if (!run) throw errors.NOT_READY();
    return {
      state: run.state as 'ready' | 'running' | 'failed',
      progress: run.progress,
      runAt: run.run_at.toISOString(),
      engine: run.engine,
      milliseconds: run.milliseconds,
    };
  }),

  renew: os.renew.handler(({ input, context, errors }) =>
    claimOwnRevision(context, input.id, async (tx, caller) => {
      const started = await startRenewal(context.jobs, tx, input.id);
      if (started !== 'started') throw errors[started]();
      await recordAudit(tx, { actor: caller, action: 'reviews.renew', subject: `revision:${input.id}` });
      return {};
    }),
  ),
};
