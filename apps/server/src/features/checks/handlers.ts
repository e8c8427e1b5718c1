import { decodeAlignment } from '@xiuzhi/align';
import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { VERDICTS, type Action, type Verdict } from '@xiuzhi/domain';
import type { BlockKind } from '@xiuzhi/review';

import type { Database } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, refuse, requireCaller, officesOf, requireMay, type Caller, type Context } from '../../http/context.ts';
import { startCheck } from './check-revision.ts';
import { countVerdicts, findAlignment, findCheck, loadLines, overruleLine } from './store.ts';

const os = implement(contract.checks).$context<Context>();

/** Block as the wire shows it. */
interface ShownBlock {
  readonly seq: number;
  readonly kind: BlockKind;
  readonly node: number;
  readonly start: number;
  readonly text: string;
}

/** Loads some blocks of a revision by number; given by the manuscripts feature. */
export type PickBlocks = (db: Database, revisionId: string, seqs: readonly number[]) => Promise<ShownBlock[]>;

/** The check, for somebody who may see both of its revisions; the caller acts in the office that allows it. */
export async function enterCheck(context: Context, id: string, action: Action) {
  const caller = requireCaller(context);
  const check = await findCheck(context.db, id);
  const territory = check && (await findTerritory(context.db, 'revision', id));
  const before = check && (await findTerritory(context.db, 'revision', check.against_id));
  if (!check || !territory || !before) return refuse('NOT_FOUND');
  // Who was sent the new revision alone does not see the old one through it.
  if (!may(caller, 'checks.read', before)) refuse('NOT_FOUND');
  return { check, territory, caller: requireMay(caller, action, territory, 'checks.read') };
}

async function enterReady(context: Context, id: string, action: Action) {
  const entered = await enterCheck(context, id, action);
  if (entered.check.state !== 'ready') refuse('NOT_READY');
  return entered;
}

/** Checks (整改核对): answer beside fact, and the reviewer's own verdict. */
export const checksHandlers = (pickBlocks: PickBlocks) => ({
  get: os.get.handler(async ({ input, context }) => {
    const { check, territory, caller } = await enterCheck(context, input.id, 'checks.read');
    const rows = check.state === 'ready' ? await alignedRows(context.db, input.id) : [];
    const tally = await countVerdicts(context.db, input.id, caller.officePath);
    const sum = (counted: typeof tally) => counted.reduce((total, { count }) => total + count, 0);
    const certain = tally.filter(({ uncertain }) => !uncertain);
    return {
      revisionId: check.revision_id,
      number: check.number,
      title: check.title,
      workId: check.work_id,
      against: { revisionId: check.against_id, number: check.against_number },
      state: check.state as 'running' | 'ready' | 'failed',
      madeAt: check.made_at?.toISOString() ?? null,
      milliseconds: check.milliseconds,
      counts: Object.fromEntries(
        VERDICTS.map((verdict) => [verdict, sum(certain.filter((counted) => counted.verdict === verdict))]),
      ) as Record<Verdict, number>,
      uncertain: sum(tally) - sum(certain),
      lines: sum(tally),
      overruled: tally.reduce((total, { overruled }) => total + overruled, 0),
      newFindings: check.new_findings,
      rows: rows.length,
      allowed: allowedTo(caller, territory),
    };
  }),

  lines: os.lines.handler(async ({ input, context }) => {
    const { caller } = await enterReady(context, input.id, 'checks.read');
    return loadLines(context.db, input.id, caller.officePath, input);
  }),

  rows: os.rows.handler(async ({ input, context }) => {
    const { check } = await enterReady(context, input.id, 'checks.read');
    const rows = await alignedRows(context.db, input.id);
    const picked: number[] = [];
    let at = input.from;
    for (; at < rows.length && picked.length < input.limit; at++) {
      const { kind, moved } = rows[at]!;
      if (!input.changedOnly || kind !== 'same' || moved) picked.push(at);
    }
    const load = async (revisionId: string, side: 'before' | 'after') => {
      const blocks = await pickBlocks(
        context.db,
        revisionId,
        picked.flatMap((row) => rows[row]![side]),
      );
      return new Map(blocks.map((block) => [block.seq, block]));
    };
    const before = await load(check.against_id, 'before');
    const after = await load(input.id, 'after');
    return {
      items: picked.map((row) => {
        const { kind, moved, ...blocks } = rows[row]!;
        return {
          row,
          kind,
          moved,
          before: blocks.before.flatMap((seq) => before.get(seq) ?? []),
          after: blocks.after.flatMap((seq) => after.get(seq) ?? []),
        };
      }),
      next: at < rows.length ? at : null,
    };
  }),

  overrule: os.overrule.handler(async ({ input, context, errors }) => {
    const { caller, territory } = await enterReady(context, input.id, 'checks.overrule');
    // Who holds posts in two of the offices judges the line in the one that asked for it.
    const offices = officesOf(caller, 'checks.overrule', territory);
    return context.db.transaction().execute(async (tx) => {
      const outcome = await overruleLine(tx, input.id, { ...input, by: caller.personId, offices });
      // What another office asked for is that office's to judge.
      if (!outcome) throw errors.NOT_ALLOWED();
      if (outcome === 'stale') throw errors.STALE();
      const { officePath } = outcome;
      await recordAudit(tx, {
        actor: { ...caller, officePath },
        action: 'checks.overrule',
        subject: `check:${input.id}/${input.number}`,
        content: { verdict: input.verdict, note: input.note },
      });
      const [line] = await loadLines(tx, input.id, officePath, { from: input.number - 1, limit: 1 });
      return line!;
    });
  }),

  run: os.run.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const territory = await findTerritory(context.db, 'revision', input.id);
    if (!territory) refuse('NOT_FOUND');
    const caller = requireMay(signedIn, 'checks.overrule', territory, 'checks.read');
    await context.db.transaction().execute(async (tx) => {
      if (!(await startCheck(context.jobs, tx, input.id))) throw errors.NOTHING_BEFORE();
      await recordAudit(tx, { actor: caller, action: 'checks.run', subject: `revision:${input.id}` });
    });
    return {};
  }),
});

async function alignedRows(db: Database, revisionId: string) {
  const bytes = await findAlignment(db, revisionId);
  return bytes ? decodeAlignment(bytes).rows : [];
}

function allowedTo(caller: Caller, territory: Parameters<typeof may>[2]) {
  const allowed = may(caller, 'checks.overrule', territory);
  return { overrule: allowed, run: allowed };
}
