import type { LetterKind, LetterState } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';
import type { LetterAccess } from './letter-access.ts';
import { loadLines } from './store-lines.ts';
import { countUnseen, loadReplies, type LetterRow } from './store.ts';

/** A letter (文书) as lists show it. */
export function wireLetter(row: LetterRow) {
  return {
    id: row.id,
    kind: row.kind as LetterKind,
    state: row.state as LetterState,
    number: row.number,
    round: row.round,
    workId: row.work_id,
    workTitle: row.work_title,
    revisionId: row.revision_id,
    manuscriptTitle: row.manuscript_title,
    revisionNumber: row.revision_number,
    office: { id: row.office_id, name: row.issuing_name },
    reviewed: { id: row.reviewed_id, name: row.reviewed_name },
    contributorId: row.contributor_id,
    addressee: row.addressee,
    lines: row.lines,
    answered: row.answered,
    workingDays: row.working_days,
    dueOn: row.due_on,
    createdAt: row.created,
    signedAt: row.signed_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** A letter in full, as its reader may see it: what was left out and who signed is for the issuing office alone. */
export async function wireInFull(db: Database | Tx, { caller, letter, isIssuer, may }: LetterAccess) {
  const lines = await loadLines(db, letter.id);
  const offices = caller.standings.map((standing) => standing.officePath);
  return {
    ...wireLetter(letter),
    preamble: letter.preamble,
    closing: letter.closing,
    contact: letter.contact,
    signedBy: isIssuer ? letter.signer_name : null,
    letterLines: lines.filter((line) => isIssuer || !line.leftOut),
    replies: letter.state === 'draft' ? [] : await loadReplies(db, letter.id, offices),
    unseen: isIssuer && letter.state === 'draft' ? await countUnseen(db, letter) : 0,
    allowed: { edit: may('edit'), sign: may('sign'), withdraw: may('withdraw'), answer: may('answer') },
  };
}
