import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { claimRevision, enterRevision } from './claim-revision.ts';
import { deleteOpinion, findOpinion, insertOpinion, listOpinions, readPassage, updateOpinion } from './opinions.ts';
import { viewerOf } from './shown-decision.ts';

const os = implement(contract.reviews).$context<Context>();

/** Runs `work` on an opinion of the caller's own office; whatever another office raised is not found. */
async function claimOpinion<T>(context: Context, id: string, work: (tx: Tx, caller: Caller) => Promise<T>): Promise<T> {
  requireCaller(context);
  const opinion = await findOpinion(context.db, id);
  if (!opinion) refuse('NOT_FOUND');
  return claimRevision(context, opinion.revisionId, async (tx, caller) =>
    caller.officePath === opinion.officePath ? work(tx, caller) : refuse('NOT_FOUND'),
  );
}

async function load(tx: Tx, id: string) {
  const [opinion] = await listOpinions(tx, { id });
  return opinion ?? refuse('NOT_FOUND');
}

/** Opinions (意见) people raise on a passage: seen by their own office, until a letter carries them. */
export const opinionHandlers = {
  opinions: os.opinions.handler(async ({ input, context }) => {
    const caller = await enterRevision(context, input.id, 'reviews.read');
    return listOpinions(context.db, { revisionId: input.id, viewer: viewerOf(caller) });
  }),

  raiseOpinion: os.raiseOpinion.handler(({ input, context, errors }) =>
    claimRevision(context, input.id, async (tx, caller) => {
      const found = await readPassage(tx, input.id, input.start, input.end);
      // The wire trims the quote, so the span is trimmed with it.
      if (found?.passage.trim() !== input.quote) throw errors.STALE();
      const { passage: _, ...place } = found;
      const { quote, wording, certainty } = input;
      const opinion = { ...place, end: place.start + quote.length, quote, wording, certainty };
      const id = await insertOpinion(tx, {
        ...opinion,
        revisionId: input.id,
        officePath: caller.officePath,
        raisedBy: caller.personId,
      });
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.raiseOpinion',
        subject: `opinion:${id}`,
        content: { revisionId: input.id, ...opinion },
      });
      return load(tx, id);
    }),
  ),

  updateOpinion: os.updateOpinion.handler(({ input, context, errors }) =>
    claimOpinion(context, input.opinionId, async (tx, caller) => {
      const { opinionId: id, version, ...change } = input;
      if (!(await updateOpinion(tx, id, version, change))) throw errors.STALE();
      await recordAudit(tx, {
        actor: caller,
        action: 'reviews.updateOpinion',
        subject: `opinion:${id}`,
        content: change,
      });
      return load(tx, id);
    }),
  ),

  removeOpinion: os.removeOpinion.handler(({ input, context, errors }) =>
    claimOpinion(context, input.opinionId, async (tx, caller) => {
      if (!(await deleteOpinion(tx, input.opinionId, input.version))) throw errors.STALE();
      await recordAudit(tx, { actor: caller, action: 'reviews.removeOpinion', subject: `opinion:${input.opinionId}` });
      return {};
    }),
  ),
};
