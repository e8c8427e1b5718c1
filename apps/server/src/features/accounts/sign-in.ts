import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { actionsOf } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import type { Caller, Context } from '../../http/context.ts';
import { policy } from '../../policy.ts';
import { hashPassword, isStrongEnough, NO_PASSWORD, verifyPassword } from './password.ts';
import { closeSessions, loadCaller, openSession } from './sessions.ts';
import { normaliseName } from './normalise-name.ts';
import { findByName, keepsPassword, loadPerson, setPassword } from './store.ts';
import { revokeTokens } from './tokens.ts';
import { countAttempt, forgetAttempt } from './throttle.ts';

const os = implement(contract.accounts).$context<Context>();

async function describe(context: Context, caller: Caller) {
  const person = await loadPerson(context.db, caller.personId);
  return {
    person: person!,
    mustChangePassword: caller.mustChangePassword,
    actions: actionsOf(policy, caller.standings),
  };
}

/** Sign-in, sign-out and the caller's own password. */
export const signInHandlers = {
  signIn: os.signIn.handler(async ({ input, context, errors }) => {
    const name = normaliseName(input.name);
    const attempt = await countAttempt(context.db, name, context.address);
    if (!attempt) throw errors.TOO_MANY_ATTEMPTS();
    const known = await findByName(context.db, name);
    const right = await verifyPassword(input.password, known?.password ?? NO_PASSWORD);
    const caller = known && right ? await loadCaller(context.db, known.id) : null;
    if (!known || !caller) throw errors.WRONG_CREDENTIALS();
    const secret = await context.db.transaction().execute(async (tx) => {
      // Reset while it was looked at: the reset has ended every session, and this one must not come after it.
      if (!(await keepsPassword(tx, known.id, known.password))) throw errors.WRONG_CREDENTIALS();
      await forgetAttempt(tx, attempt);
      // A session that was there before sign-in is ended, whoever's it was: no fixation.
      if (context.sessionHash) await closeSessions(tx, { hash: context.sessionHash });
      await recordAudit(tx, { actor: caller, action: 'accounts.signIn', subject: `person:${caller.personId}` });
      return openSession(tx, caller.personId);
    });
    context.setSession(secret);
    return describe(context, caller);
  }),

  signOut: os.signOut.handler(async ({ context }) => {
    const { sessionHash, caller } = context;
    if (sessionHash && caller)
      await context.db.transaction().execute(async (tx) => {
        await closeSessions(tx, { hash: sessionHash });
        await recordAudit(tx, { actor: caller, action: 'accounts.signOut', subject: `person:${caller.personId}` });
      });
    context.setSession(null);
    return {};
  }),

  me: os.me.handler(async ({ context, errors }) => {
    if (!context.caller) throw errors.SIGN_IN_REQUIRED();
    return describe(context, context.caller);
  }),

  changePassword: os.changePassword.handler(async ({ input, context, errors }) => {
    const { caller, sessionHash } = context;
    // The first password is changed here, so requireSession would refuse too much; a token is refused all the same.
    if (!caller || !sessionHash) throw errors.SIGN_IN_REQUIRED();
    const attempt = await countAttempt(context.db, caller.name, context.address);
    if (!attempt) throw errors.TOO_MANY_ATTEMPTS();
    const known = (await findByName(context.db, caller.name))!;
    if (!(await verifyPassword(input.current, known.password))) throw errors.WRONG_PASSWORD();
    const strong = isStrongEnough(input.next, input.current, caller.name);
    const password = strong ? await hashPassword(input.next) : null;
    const secret = await context.db.transaction().execute(async (tx) => {
      if (!(await keepsPassword(tx, caller.personId, known.password))) throw errors.WRONG_PASSWORD();
      await forgetAttempt(tx, attempt);
      if (password === null) return null;
      await setPassword(tx, caller.personId, password, false);
      await closeSessions(tx, { personId: caller.personId });
      // Whoever changes a password because somebody else knew it must not leave that somebody a token.
      await revokeTokens(tx, caller.personId);
      await recordAudit(tx, { actor: caller, action: 'accounts.changePassword', subject: `person:${caller.personId}` });
      // Under a new secret: whoever had copied the old one has it no longer.
      return openSession(tx, caller.personId);
    });
    if (secret === null) throw errors.WEAK_PASSWORD();
    context.setSession(secret);
    return describe(context, { ...caller, mustChangePassword: false });
  }),
};
