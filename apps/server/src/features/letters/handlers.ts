import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { answerLine, type AuditAction, type LetterState } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import type { Tx } from '../../db/open-database.ts';
import { findTerritory } from '../../db/territory.ts';
import { reach, refuse, requireCaller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { draftLetters } from './draft-letters.ts';
import { enterLetter, lockAccess, requireDrafter, requireRight, type LetterAccess } from './letter-access.ts';
import { signLocked, type LoadCalendar } from './sign-letter.ts';
import { loadLines, renumber, saveAnswers, updateLine } from './store-lines.ts';
import { deleteDrafts, listLetters, lockDraftSubject, lockRevisionOf, touchLetters, updateLetter } from './store.ts';
import { wireInFull, wireLetter } from './wire-letter.ts';

const os = implement(contract.letters).$context<Context>();

type Right = Parameters<typeof requireRight>[1];

/** One change to a letter that is locked, with its audit row; the letter in full as it is then. */
async function change(
  context: Context,
  input: { id: string },
  right: Right,
  work: (tx: Tx, access: LetterAccess) => Promise<{ action: AuditAction; content?: unknown } | null>,
) {
  const caller = requireCaller(context);
  await context.db.transaction().execute(async (tx) => {
    if (right === 'letters.sign') await lockRevisionOf(tx, input.id);
    const access = await lockAccess(tx, caller, input.id);
    requireRight(access, right);
    const done = await work(tx, access);
    if (done) await recordAudit(tx, { actor: access.caller, subject: `letter:${input.id}`, ...done });
  });
  return wireInFull(context.db, await enterLetter(context, input.id));
}

/** Letters (文书): opinion letters and slips, their answers; `loadCalendar` tells the days off. */
export const lettersHandlers = (loadCalendar: LoadCalendar) => ({
  list: os.list.handler(async ({ input, context }) => {
    const paths = reach(requireCaller(context), 'letters.read');
    if (paths.length === 0) return { items: [], next: null };
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const rows = await listLetters(context.db, {
      paths,
      limit: input.limit + 1,
      ...(input.box ? { box: input.box } : {}),
      ...(input.revisionId ? { revisionId: input.revisionId } : {}),
      ...(input.workId ? { workId: input.workId } : {}),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(wireLetter),
      next: rows.length > page.length && last ? encodeCursor([last.created, last.id]) : null,
    };
  }),

  get: os.get.handler(async ({ input, context }) => wireInFull(context.db, await enterLetter(context, input.id))),

  draft: os.draft.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const subject = await lockDraftSubject(tx, input.revisionId);
      const territory = await findTerritory(tx, 'revision', input.revisionId);
      if (!subject || !territory) refuse('NOT_FOUND');
      const { caller, ...office } = requireDrafter(signedIn, subject, territory);
      if (subject.state !== 'ready') throw errors.NOT_READY();
      const letters = await draftLetters(tx, caller, { kind: input.kind, ...office, subject });
      if (!letters) throw errors.NO_LINES();
      return letters.map(wireLetter);
    });
  }),

  update: os.update.handler(({ input, context, errors }) =>
    change(context, input, 'letters.draft', async (tx, { letter }) => {
      const { id, version, workingDays, ...words } = input;
      if (letter.state !== 'draft') throw errors.NOT_A_DRAFT();
      if (letter.version !== version) throw errors.STALE();
      await updateLetter(tx, id, { ...words, working_days: workingDays });
      return { action: 'letters.update', content: input };
    }),
  ),

  updateLine: os.updateLine.handler(({ input, context, errors }) =>
    change(context, input, 'letters.draft', async (tx, { letter }) => {
      const { id, lineId, version, ...line } = input;
      if (letter.state !== 'draft') throw errors.NOT_A_DRAFT();
      if (line.wording === '') throw errors.WORDING_REQUIRED();
      if ((await loadLines(tx, id, lineId)).length === 0) throw errors.NOT_FOUND();
      if (!(await updateLine(tx, { letterId: id, lineId, version }, line))) throw errors.STALE();
      if (line.leftOut !== undefined || line.certainty !== undefined) await renumber(tx, [id]);
      await touchLetters(tx, [id]);
      return { action: 'letters.update', content: input };
    }),
  ),

  discard: os.discard.handler(async ({ input, context, errors }) => {
    const caller = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const access = await lockAccess(tx, caller, input.id);
      requireRight(access, 'letters.draft');
      if (access.letter.state !== 'draft') throw errors.NOT_A_DRAFT();
      if (access.letter.version !== input.version) throw errors.STALE();
      await deleteDrafts(tx, [input.id]);
      await recordAudit(tx, { actor: access.caller, action: 'letters.discard', subject: `letter:${input.id}` });
      return {};
    });
  }),

  sign: os.sign.handler(({ input, context, errors }) =>
    change(context, input, 'letters.sign', async (tx, { caller, letter }) => {
      if (!letter.has_text) refuse('NOT_ALLOWED');
      const outcome = await signLocked(tx, { ...context, loadCalendar }, caller, letter, input.version);
      if (outcome !== 'signed') throw errors[outcome]();
      return null;
    }),
  ),

  withdraw: os.withdraw.handler(({ input, context, errors }) =>
    change(context, input, 'letters.sign', async (tx, { caller, letter }) => {
      if (letter.state !== 'signed') throw errors.NOT_SIGNED();
      if (letter.version !== input.version) throw errors.STALE();
      await updateLetter(tx, letter.id, { state: 'withdrawn' });
      await context.publish(tx, 'letter-withdrawn', { letterId: letter.id, by: actorOf(caller) });
      return { action: 'letters.withdraw', content: input };
    }),
  ),

  answer: os.answer.handler(async ({ input, context, errors }) => {
    const caller = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      const access = await lockAccess(tx, caller, input.id);
      requireRight(access, 'letters.answer');
      const [line] = await loadLines(tx, input.id, input.lineId);
      if (!line || line.leftOut) throw errors.NOT_FOUND();
      const { letter } = access;
      const outcome = answerLine({ state: letter.state as LetterState, version: line.version }, input);
      if (outcome !== 'answered') throw errors[outcome]();
      const given = { lineId: line.id, answer: input.answer, note: input.answer === null ? null : input.note || null };
      await saveAnswers(tx, letter.id, [given], { via: 'screen', by: caller.personId });
      // An answer taken back opens the letter again.
      if (input.answer === null && letter.answered_at) {
        await updateLetter(tx, letter.id, { answered_at: null });
        await context.publish(tx, 'letter-reopened', { letterId: letter.id, by: actorOf(access.caller) });
      }
      await recordAudit(tx, {
        actor: access.caller,
        action: 'letters.answer',
        subject: `letter:${letter.id}/${line.number}`,
        content: given,
      });
      const [answered] = await loadLines(tx, input.id, input.lineId);
      return answered!;
    });
  }),

  complete: os.complete.handler(({ input, context, errors }) =>
    change(context, input, 'letters.answer', async (tx, { caller, letter }) => {
      if (letter.state !== 'signed') throw errors.NOT_SIGNED();
      if (letter.version !== input.version) throw errors.STALE();
      if (letter.answered < letter.lines) throw errors.ANSWERS_MISSING();
      // Said before, by somebody else or by a Word file that left nothing open.
      if (letter.answered_at) return null;
      await updateLetter(tx, letter.id, { answered_at: new Date() });
      await context.publish(tx, 'letter-answered', { letterId: letter.id, replyId: null, by: actorOf(caller) });
      return { action: 'letters.complete', content: input };
    }),
  ),
});

const actorOf = ({ personId, officePath }: { personId: string; officePath: string }) => ({ personId, officePath });
