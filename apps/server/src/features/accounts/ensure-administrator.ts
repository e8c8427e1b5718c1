import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { closeSessions, forgetFailures } from './sessions.ts';
import { drawOneTimePassword, hashPassword } from './password.ts';
import { seedProvince } from './seed-province.ts';
import { findByName, insertPerson, setPassword } from './store.ts';

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
      since: new Date().toISOString().slice(0, 10),
    });
    // The one who tries the product alone also reviews; an office gives this post to somebody else later.
    await tx
      .insertInto('post')
      .values({
        id: randomUUID(),
        person_id: personId,
        organisation_id: provinceId,
        role: 'reviewLead',
        since: new Date().toISOString().slice(0, 10),
      })
      .execute();
    await recordAudit(tx, {
      actor: null,
      action: 'accounts.seed',
      subject: `organisation:${provinceId}`,
      content: { personId },
    });
    return { name: ADMINISTRATOR, oneTimePassword, personId, provinceId };
  });
}

/** Gives a person a new one-time password and ends their sessions; null where there is no such person. */
export async function resetPasswordOf(db: Database, name: string): Promise<string | null> {
  const oneTimePassword = drawOneTimePassword();
  const password = await hashPassword(oneTimePassword);
  return db.transaction().execute(async (tx) => {
    const person = await findByName(tx, name);
    if (!person) return null;
    await setPassword(tx, person.id, password, true);
    await tx.updateTable('person').set({ active: true }).where('id', '=', person.id).execute();
    await closeSessions(tx, { personId: person.id });
    await forgetFailures(tx, name);
    await recordAudit(tx, { actor: null, action: 'accounts.resetPassword', subject: `person:${person.id}` });
    return oneTimePassword;
  });
}
