import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { reach, refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { listPersons } from './list-persons.ts';
import { normaliseName } from './normalise-name.ts';
import { drawOneTimePassword, hashPassword } from './password.ts';
import { lockPlaces, requireManaged, requireMayGrant } from './person-scope.ts';
import { refuseBadDay } from './refuse-bad-day.ts';
import { requireManager } from './require-session.ts';
import { closeSessions } from './sessions.ts';
import { insertPerson, loadPerson, setPassword, updatePerson } from './store.ts';
import { forgetFailures } from './throttle.ts';
import { revokeTokens } from './tokens.ts';

const os = implement(contract.accounts).$context<Context>();
const UNIQUE_VIOLATION = '23505';

/** Persons (人员) as an administrator manages them: those whose posts place them within reach. */
export const personHandlers = {
  listPersons: os.listPersons.handler(async ({ input, context }) => {
    const paths = reach(requireCaller(context), 'accounts.manage');
    if (paths.length === 0) refuse('NOT_ALLOWED');
    const { search, organisationId, cursor, limit } = input;
    const [at, id] = cursor ? decodeCursor(cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const rows = await listPersons(context.db, {
      paths,
      limit: limit + 1,
      ...(search ? { search } : {}),
      ...(organisationId ? { organisationId } : {}),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ person }) => person),
      next: rows.length > page.length && last ? encodeCursor([last.at, last.person.id]) : null,
    };
  }),

  createPerson: os.createPerson.handler(async ({ input, context, errors }) => {
    const caller = requireManager(context);
    const territory = await findTerritory(context.db, 'organisation', input.organisationId);
    if (!territory) throw errors.NOT_FOUND();
    const actor = requireMay(caller, 'accounts.manage', territory, 'accounts.manage');
    requireMayGrant(caller, input.role, territory);
    const oneTimePassword = drawOneTimePassword();
    const password = await hashPassword(oneTimePassword);
    const name = normaliseName(input.name);
    try {
      return await context.db.transaction().execute(async (tx) => {
        const id = await insertPerson(tx, { ...input, name, password });
        await recordAudit(tx, {
          actor,
          action: 'accounts.createPerson',
          subject: `person:${id}`,
          content: { ...input, name },
        });
        return { person: (await loadPerson(tx, id))!, oneTimePassword };
      });
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw errors.NAME_TAKEN();
      return refuseBadDay(error);
    }
  }),

  updatePerson: os.updatePerson.handler(async ({ input, context }) => {
    const caller = requireManager(context);
    const { id, ...change } = input;
    return context.db.transaction().execute(async (tx) => {
      const actor = requireManaged(caller, await lockPlaces(tx, id), 'wholly');
      if (change.displayName === undefined && change.active === undefined) return (await loadPerson(tx, id))!;
      if (change.active === false) {
        await keepAdministrator(tx, { personId: id });
        await closeSessions(tx, { personId: id });
        await revokeTokens(tx, id);
      }
      await updatePerson(tx, id, change);
      await recordAudit(tx, {
        actor,
        action: 'accounts.updatePerson',
        subject: `person:${id}`,
        content: change,
      });
      return (await loadPerson(tx, id))!;
    });
  }),

  resetPassword: os.resetPassword.handler(async ({ input, context }) => {
    const caller = requireManager(context);
    const oneTimePassword = drawOneTimePassword();
    const password = await hashPassword(oneTimePassword);
    await context.db.transaction().execute(async (tx) => {
      const actor = requireManaged(caller, await lockPlaces(tx, input.id), 'wholly');
      await setPassword(tx, input.id, password, true);
      await closeSessions(tx, { personId: input.id });
      await revokeTokens(tx, input.id);
      const person = (await loadPerson(tx, input.id))!;
      await forgetFailures(tx, person.name);
      await recordAudit(tx, { actor, action: 'accounts.resetPassword', subject: `person:${input.id}` });
    });
    return { oneTimePassword };
  }),
};
