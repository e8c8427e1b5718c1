import { createHash } from 'node:crypto';

import type { ImportedPerson } from '@xiuzhi/contract';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Caller, Context } from '../../http/context.ts';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { drawOneTimePassword, hashPassword } from './password.ts';
import { planImport, type PlannedPerson } from './plan-import.ts';
import { COLUMNS, type PersonLine } from './read-persons-sheet.ts';
import { insertPerson, insertPost } from './store.ts';

const UNIQUE_VIOLATION = '23505';

/** The lines as they are, where one of them cannot be imported. */
export class ImportProblems extends Error {
  readonly rows: readonly ImportedPerson[];
  constructor(rows: readonly ImportedPerson[]) {
    super('import problems');
    this.rows = rows;
  }
}

/**
 * Imports persons (导入人员), all of them or nobody, and returns the worksheet with their one-time passwords. It is made
 * once and kept nowhere: whoever loses it resets the passwords. Throws ImportProblems.
 */
export async function importPersons(
  context: Context,
  caller: Caller,
  lines: readonly PersonLine[],
): Promise<Uint8Array> {
  const before = await planOrThrow(context.db, caller, lines);
  const passwords = await drawPasswords(
    before.flatMap(({ shown }) => (shown.outcome === 'person' ? [shown.name] : [])),
  );
  const planned = await context.db
    .transaction()
    .execute((tx) => insertAll(tx, caller, lines, passwords))
    .catch(async (error: unknown) => {
      // Somebody took one of the names in between: what would happen now says which.
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) await planOrThrow(context.db, caller, lines);
      throw error;
    });
  return writeSheet({
    sheet: '一次性口令',
    isLandscape: false,
    top: [
      '一次性口令',
      '本表只在导入时生成一次，系统不保存。请当面或以可靠方式交给本人，首次登录须修改口令，交付后请删除本表。',
    ],
    columns: [
      { header: COLUMNS.displayName, width: 12 },
      { header: COLUMNS.name, width: 16 },
      { header: '一次性口令', width: 20 },
      { header: COLUMNS.organisation, width: 30 },
      { header: COLUMNS.role, width: 14 },
      { header: COLUMNS.title, width: 14 },
      { header: COLUMNS.since, width: 14 },
    ],
    rows: planned.map(({ shown }) => [
      shown.displayName,
      shown.name,
      shown.outcome === 'person' ? passwords.get(shown.name)!.oneTime : '（同上）',
      shown.organisation,
      shown.role,
      shown.title,
      shown.since,
    ]),
  });
}

/** One-time passwords with their hashes by name; two at a time, so that whoever signs in meanwhile need not wait. */
async function drawPasswords(names: readonly string[]): Promise<Map<string, { oneTime: string; hash: string }>> {
  const passwords = new Map<string, { oneTime: string; hash: string }>();
  const waiting = names.values();
  const draw = async () => {
    for (const name of waiting) {
      const oneTime = drawOneTimePassword();
      passwords.set(name, { oneTime, hash: await hashPassword(oneTime) });
    }
  };
  await Promise.all([draw(), draw()]);
  return passwords;
}

async function planOrThrow(db: Context['db'] | Tx, caller: Caller, lines: readonly PersonLine[]) {
  const planned = await planImport(db, caller, lines);
  if (planned.some(({ shown }) => shown.problem)) throw new ImportProblems(planned.map(({ shown }) => shown));
  return planned;
}

async function insertAll(
  tx: Tx,
  caller: Caller,
  lines: readonly PersonLine[],
  passwords: ReadonlyMap<string, { hash: string }>,
): Promise<PlannedPerson[]> {
  const planned = await planOrThrow(tx, caller, lines);
  const ids = new Map<string, string>();
  for (const { shown, organisationId, officePath, role } of planned) {
    const { name, displayName, title, since } = shown;
    const post = { organisationId, role, title, since };
    const known = ids.get(name);
    if (known) await insertPost(tx, { personId: known, ...post });
    else ids.set(name, await insertPerson(tx, { name, displayName, password: passwords.get(name)!.hash, ...post }));
    // In the office of each: there its own administrator looks for it.
    await recordAudit(tx, {
      actor: { ...caller, officePath },
      action: known ? 'accounts.assignPost' : 'accounts.createPerson',
      subject: `person:${ids.get(name)!}`,
      content: { name, displayName, ...post },
    });
  }
  const list = createHash('sha256')
    .update(JSON.stringify([...ids]))
    .digest('hex')
    .slice(0, 16);
  await recordAudit(tx, {
    actor: caller,
    action: 'accounts.importPersons',
    subject: `import:${list}`,
    content: [...ids.values()],
  });
  return planned;
}
