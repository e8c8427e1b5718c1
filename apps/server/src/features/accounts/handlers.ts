import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { actionsOf } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { requireCaller, type Caller, type Context } from '../../http/context.ts';
import { policy } from '../../policy.ts';
import { hashPassword, isStrongEnough, NO_PASSWORD, verifyPassword } from './password.ts';
import { closeSessions, forgetFailures, isThrottled, loadCaller, openSession, recordFailure } from './sessions.ts';
import { findByName, loadPerson, setPassword } from './store.ts';

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
    const name = input.name.trim();
    if (await isThrottled(context.db, name, context.address)) throw errors.TOO_MANY_ATTEMPTS();
    const known = await findByName(context.db, name);
    const right = await verifyPassword(input.password, known?.password ?? NO_PASSWORD);
    if (!known?.active || !right) {
      await recordFailure(context.db, name, context.address);
      throw errors.WRONG_CREDENTIALS();
    }
    const caller = (await loadCaller(context.db, known.id))!;
    const secret = await context.db.transaction().execute(async (tx) => {
      await forgetFailures(tx, name);
      // A session that was there before sign-in is ended, whoever's it was: no fixation.
      if (context.sessionHash) await closeSessions(tx, { hash: context.sessionHash });
      await recordAudit(tx, { actor: caller, action: 'accounts.signIn', subject: `person:${known.id}` });
      return openSession(tx, known.id);
    });
    context.setSession(secret);
    return describe(context, caller);
  }),

  signOut: os.signOut.handler(async ({ context }) => {
    const { sessionHash } = context;
    if (sessionHash) await context.db.transaction().execute((tx) => closeSessions(tx, { hash: sessionHash }));
    context.setSession(null);
    return {};
  }),

  me: os.me.handler(async ({ context, errors }) => {
    if (!context.caller) throw errors.SIGN_IN_REQUIRED();
    return describe(context, context.caller);
  }),

  changePassword: os.changePassword.handler(async ({ input, context, errors }) => {
    const { caller } = context;
    if (!caller) throw errors.SIGN_IN_REQUIRED();
    if (await isThrottled(context.db, caller.name, context.address)) throw errors.TOO_MANY_ATTEMPTS();
    const known = (await findByName(context.db, caller.name))!;
    if (!(await verifyPassword(input.current, known.password))) {
      await recordFailure(context.db, caller.name, context.address);
      throw errors.WRONG_PASSWORD();
    }
    if (!isStrongEnough(input.next, input.current, caller.name)) throw errors.WEAK_PASSWORD();
    const password = await hashPassword(input.next);
    await context.db.transaction().execute(async (tx) => {
      await setPassword(tx, caller.personId, password, false);
      await closeSessions(tx, { personId: caller.personId, except: context.sessionHash });
      await recordAudit(tx, { actor: caller, action: 'accounts.changePassword', subject: `person:${caller.personId}` });
    });
    return describe(context, { ...caller, mustChangePassword: false });
  }),

  listOrganisations: os.listOrganisations.handler(async ({ input, context }) => {
    requireCaller(context);
    let query = context.db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.name', 'o.kind', 'o.region_code as regionCode', 'o.parent_id as parentId'])
      .select(({ selectFrom }) =>
        selectFrom('organisation as c')
          .whereRef('c.parent_id', '=', 'o.id')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as('children'),
      )
      .orderBy('o.kind', 'asc')
      .orderBy('o.position', 'asc')
      .limit(300);
    if (input.search) query = query.where('o.name', 'like', `%${input.search.replace(/[%_\\]/g, '\\$&')}%`);
    else
      query = input.parentId ? query.where('o.parent_id', '=', input.parentId) : query.where('o.parent_id', 'is', null);
    const rows = await query.execute();
    return rows.map((row) => ({
      ...row,
      kind: row.kind as 'office' | 'internalUnit' | 'affiliatedInstitution',
      children: row.children ?? 0,
    }));
  }),
};
