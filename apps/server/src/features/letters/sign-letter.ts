import {
  addWorkingDays,
  signLetter,
  type LetterKind,
  type LetterState,
  type SignRefusal,
  type WorkingCalendar,
} from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { TODAY } from '../../db/today.ts';
import type { Publish } from '../../events.ts';
import type { Caller } from '../../http/context.ts';
import { countRounds, countUnseen, updateLetter, type LetterRow } from './store.ts';
import { titleOf } from './title-of.ts';

/** Loads the days off and days worked (放假调休) that due days are counted with; given by the tasks feature. */
export type LoadCalendar = (db: Database | Tx) => Promise<WorkingCalendar>;

/** Signs (签发) a letter that is locked: due day, round, audit row and the event of it, or why not. */
export async function signLocked(
  tx: Tx,
  house: { readonly publish: Publish; readonly loadCalendar: LoadCalendar },
  caller: Caller,
  letter: LetterRow,
  version: number,
): Promise<'signed' | SignRefusal> {
  const { lines, addressee } = letter;
  const kind = letter.kind as LetterKind;
  const state = letter.state as LetterState;
  const unseen = await countUnseen(tx, letter);
  const outcome = signLetter({ state, version: letter.version, lines, addressee, unseen }, { version });
  if (outcome !== 'signed') return outcome;
  const today = await findToday(tx);
  const dueOn = addWorkingDays(today, letter.working_days, await house.loadCalendar(tx));
  // A letter on another revision may have been signed since this one was drafted.
  const rounds = await countRounds(tx, {
    manuscriptId: letter.manuscript_id,
    officeId: letter.office_id,
    kind,
  });
  const round = (rounds.get(letter.contributor_id) ?? 0) + 1;
  await updateLetter(tx, letter.id, {
    state: 'signed',
    round,
    office_name: letter.issuing_name,
    signed_by: caller.personId,
    signed_at: new Date(),
    due_on: dueOn,
  });
  await recordAudit(tx, {
    actor: caller,
    action: 'letters.sign',
    subject: `letter:${letter.id}`,
    content: { version, dueOn, round },
  });
  await house.publish(tx, 'letter-signed', {
    letterId: letter.id,
    kind,
    title: titleOf({ ...letter, round }),
    workId: letter.work_id,
    revisionId: letter.revision_id,
    officeId: letter.office_id,
    reviewedId: letter.reviewed_id,
    addressee: letter.kind === 'slip' ? letter.addressee : null,
    dueOn,
    by: { personId: caller.personId, officePath: caller.officePath },
  });
  return 'signed';
}

async function findToday(tx: Tx): Promise<string> {
  const { rows } = await sql<{ today: string }>`select ${TODAY} as today`.execute(tx);
  return rows[0]!.today;
}
