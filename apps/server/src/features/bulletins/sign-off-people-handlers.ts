import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import type { Database, Tx } from '../../db/open-database.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { enterSeries, requireSeries } from './bulletin-access.ts';
import { lockSeries, type SeriesRow } from './series.ts';
import { listHands, saveSignOff, type Hand } from './sign-off-people.ts';

const os = implement(contract.bulletins).$context<Context>();

async function wireSignOff(db: Database | Tx, { id, checkers, signers, version }: SeriesRow) {
  const hands = await listHands(db, id);
  const handsOf = (role: Hand['role'], named: string[]) => ({
    named,
    people: hands
      .filter((hand) => hand.role === role)
      .map((hand) => ({ id: hand.id, name: hand.name, holdsPost: hand.holds_post })),
  });
  return { checkers: handsOf('bulletinChecker', checkers), signers: handsOf('signer', signers), version };
}

/** Who checks and signs a series (签发流程): any with the post, or those whom the office names. */
export const signOffPeopleHandlers = {
  getSignOff: os.getSignOff.handler(async ({ input, context }) => {
    const { series, isOwn } = await enterSeries(context.db, requireCaller(context), input.id);
    return isOwn ? wireSignOff(context.db, series) : refuse('NOT_ALLOWED');
  }),

  setSignOff: os.setSignOff.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const { id, version, checkers, signers } = input;
    return context.db.transaction().execute(async (tx) => {
      await lockSeries(tx, id);
      const { caller, series } = await requireSeries(tx, signedIn, id, 'bulletins.configure');
      if (series.version !== version) throw errors.STALE();
      const hands = await listHands(tx, id);
      const holds = (role: Hand['role']) => (personId: string) =>
        hands.some((hand) => hand.id === personId && hand.role === role && hand.holds_post);
      if (!checkers.every(holds('bulletinChecker')) || !signers.every(holds('signer'))) throw errors.POST_NOT_HELD();
      await saveSignOff(tx, id, { checkers, signers });
      await recordAudit(tx, { actor: caller, action: 'bulletins.setSignOff', subject: `series:${id}`, content: input });
      const after = await enterSeries(tx, signedIn, id);
      return wireSignOff(tx, after.series);
    });
  }),
};
