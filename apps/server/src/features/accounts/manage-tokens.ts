import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { requireCaller, type Context } from '../../http/context.ts';
import { requireSession } from './require-session.ts';
import { insertToken, listTokens, lockTokens, revokeTokens } from './tokens.ts';

/** More than anybody has machines; a list that one can look over. */
const MOST_TOKENS = 20;
const os = implement(contract.accounts).$context<Context>();

/** The caller's own tokens (令牌) for the command line, sent as `Authorization: Bearer`. */
export const tokenHandlers = {
  listTokens: os.listTokens.handler(({ context }) => listTokens(context.db, requireCaller(context).personId)),

  createToken: os.createToken.handler(async ({ input, context, errors }) => {
    const caller = requireSession(context);
    const { personId } = caller;
    return context.db.transaction().execute(async (tx) => {
      if ((await lockTokens(tx, personId)) >= MOST_TOKENS) throw errors.TOO_MANY_TOKENS();
      const { id, secret } = await insertToken(tx, { personId, ...input });
      await recordAudit(tx, { actor: caller, action: 'accounts.createToken', subject: `token:${id}`, content: input });
      const token = (await listTokens(tx, personId)).find((listed) => listed.id === id)!;
      return { token, secret };
    });
  }),

  revokeToken: os.revokeToken.handler(async ({ input, context, errors }) => {
    const caller = requireSession(context);
    await context.db.transaction().execute(async (tx) => {
      if ((await revokeTokens(tx, caller.personId, input.id)) === 0) throw errors.NOT_FOUND();
      await recordAudit(tx, { actor: caller, action: 'accounts.revokeToken', subject: `token:${input.id}` });
    });
    return {};
  }),
};
