import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { closeSessions } from './sessions.ts';
import { normaliseName } from './normalise-name.ts';
import { drawOneTimePassword, hashPassword } from './password.ts';
import { seedProvince } from './seed-province.ts';
import { findByName, insertPerson, insertPost, setPassword, updatePerson } from './store.ts';
import { forgetFailures } from './throttle.ts';
import { revokeTokens } from './tokens.ts';

const ADMINISTRATOR = 'admin';

/** What the first start made: the administrator's one-time password and the province office. */
export interface FirstStart {
  readonly name: string;
  readonly oneTimePassword: string;
  readonly personId: string;
  readonly provinceId: string;
}

/** On an empty database creates the organisation tree and the first administrator; null where there is somebody. */
export async function ensureAdministrator(db: Database): Promise<FirstStart | null> {
  const anybody = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (anybody) return null;
  const oneTimePassword = drawOneTimePassword();
  const password = await hashPassword(oneTimePassword);
  return db.transaction().execute(async (tx) => {
    // Two nodes starting at once on one server: the second waits here and finds somebody.
    await sql`lock table person in exclusive mode`.execute(tx);
    if (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) return null;
    const provinceId = await seedProvince(tx);
    const personId = await insertPerson(tx, {
      name: ADMINISTRATOR,
      displayName: '系统管理员',
      password,
      organisationId: provinceId,
      role: 'administrator',
    });
    // The one who tries the product alone also reviews and makes bulletins; an office gives these posts to others later.
    for (const role of ['reviewLead', 'bulletinEditor'] as const)
      await insertPost(tx, { personId, organisationId: provinceId, role });
    await recordAudit(tx, {
      actor: null,
      action: 'accounts.seed',
      subject: `organisation:${provinceId}`,
      content: { personId },
    });
    return { name: ADMINISTRATOR, oneTimePassword, personId, provinceId };
  });
}

/** Gives a person a new one-time password and ends their sessions and tokens; null where there is no such person. */
export async function resetPasswordOf(db: Database, typed: string): Promise<string | null> {
  const name = normaliseName(typed);
  const oneTimePassword = drawOneTimePassword();
  const password = await hashPassword(oneTimePassword);
  return db.transaction().execute(async (tx) => {
    const person = await findByName(tx, name);
    if (!person) return null;
    await setPassword(tx, person.id, password, true);
    await updatePerson(tx, person.id, { active: true });
    await closeSessions(tx, { personId: person.id });
    await revokeTokens(tx, person.id);
    await forgetFailures(tx, name);
    await recordAudit(tx, { actor: null, action: 'accounts.resetPassword', subject: `person:${person.id}` });
    return oneTimePassword;
  });
}
