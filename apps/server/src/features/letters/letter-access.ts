import type { Territory } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { may, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';
import { findLetter, lockLetter, type LetterRow } from './store.ts';

const territoryOf = (path: string): Territory => ({ organisationPath: path, officePath: path });

/** What a caller is to a letter (文书): of the issuing office, of the office reviewed, or both. */
export interface LetterAccess {
  readonly caller: Caller;
  readonly letter: LetterRow;
  /** People of the issuing office see drafts, and who signed. */
  readonly isIssuer: boolean;
  readonly may: (action: 'edit' | 'sign' | 'withdraw' | 'answer') => boolean;
}

/** Looks at a letter as the caller; not found where it is none of the caller's business. */
export async function enterLetter(context: Context, id: string): Promise<LetterAccess> {
  const caller = requireCaller(context);
  return accessTo(caller, await findLetter(context.db, id));
}

/** The same in a transaction that keeps the letter as it is until it ends. */
export async function lockAccess(tx: Tx, caller: Caller, id: string): Promise<LetterAccess> {
  return accessTo(caller, await lockLetter(tx, id));
}

function accessTo(signedIn: Caller, letter: LetterRow | undefined): LetterAccess {
  if (!letter) refuse('NOT_FOUND');
  const issuing = territoryOf(letter.issuing_path);
  const reviewed = territoryOf(letter.reviewed_path);
  const isIssuer = may(signedIn, 'letters.read', issuing);
  const isReviewed = letter.state !== 'draft' && may(signedIn, 'letters.read', reviewed);
  if (!isIssuer && !isReviewed) refuse('NOT_FOUND');
  const isDraft = letter.state === 'draft';
  const isSigned = letter.state === 'signed';
  return {
    caller: { ...signedIn, officePath: isIssuer ? letter.issuing_path : letter.reviewed_path },
    letter,
    isIssuer,
    may(action) {
      if (action === 'edit') return isDraft && may(signedIn, 'letters.draft', issuing);
      if (action === 'sign') return isDraft && letter.has_text && may(signedIn, 'letters.sign', issuing);
      if (action === 'withdraw') return isSigned && may(signedIn, 'letters.sign', issuing);
      // A unit has no account: whoever has its answer, by telephone or on paper, enters it.
      return isSigned && mayAnswer(signedIn, letter.kind === 'slip' ? [reviewed, issuing] : [reviewed]);
    },
  };
}

/** Whether the caller's post allows this on the letter, whatever state it is in. */
export function requireRight(access: LetterAccess, action: 'letters.draft' | 'letters.sign' | 'letters.answer'): void {
  const issuing = territoryOf(access.letter.issuing_path);
  const reviewed = territoryOf(access.letter.reviewed_path);
  const allowed =
    action === 'letters.answer'
      ? mayAnswer(access.caller, access.letter.kind === 'slip' ? [reviewed, issuing] : [reviewed])
      : may(access.caller, action, issuing);
  if (!allowed) refuse('NOT_ALLOWED');
}

function mayAnswer(caller: Caller, territories: readonly Territory[]): boolean {
  return territories.some((territory) => may(caller, 'letters.answer', territory));
}

/**
 * The office that the caller acts for on a revision (拟稿单位): the one it was sent up to while it is there, otherwise
 * the one that works on the text. Refuses others; those who do not even see the revision find nothing.
 */
export function requireDrafter(
  caller: Caller,
  subject: { reviewed_id: string; reviewed_path: string; superior_id: string | null; superior_path: string | null },
  /** The revision's own, with all offices it was ever sent to. */
  territory: Territory,
): { caller: Caller; officeId: string; isSuperior: boolean } {
  const { superior_id: superiorId, superior_path: superiorPath } = subject;
  const officePath = superiorPath ?? subject.reviewed_path;
  if (may(caller, 'letters.draft', territoryOf(officePath)))
    return {
      caller: { ...caller, officePath },
      officeId: superiorId ?? subject.reviewed_id,
      isSuperior: superiorId !== null,
    };
  return refuse(may(caller, 'reviews.read', territory) ? 'NOT_ALLOWED' : 'NOT_FOUND');
}
