import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { moveIssue, nextNumber, runsBack, type IssueCommand, type IssueNow, type IssueState } from '@xiuzhi/domain';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { refuse, type Context } from '../../http/context.ts';
import type { IssueAccess } from './bulletin-access.ts';
import { changeIssue } from './change-issue.ts';
import { saveFacts } from './facts.ts';
import { findLastNumbers } from './series.ts';
import { insertSecrecyReview, issueNow, saveStep } from './store.ts';
import { isState } from './wire-issue.ts';

const os = implement(contract.bulletins).$context<Context>();

/** The state that the command moves the issue to; refuses as the domain does. */
function move(
  { issue, caller }: IssueAccess,
  command: IssueCommand,
  version: number,
  given: Partial<IssueNow> = {},
): IssueState {
  const outcome = moveIssue({ ...issueNow(issue), ...given }, command, { personId: caller.personId, version });
  return isState(outcome) ? outcome : refuse(outcome);
}

/** 拟稿 → 核稿 → 签发, the secrecy review, and publishing, a later and separate act. */
export const signOffHandlers = {
  submit: os.submit.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.draft' }, async (tx, access) => {
      const state = move(access, 'submit', input.version);
      const by = access.caller.personId;
      await saveStep(tx, input.id, { state, drafted_by: by, drafted_at: new Date(), returned_why: null });
      return { action: 'bulletins.submit', content: input };
    }),
  ),

  check: os.check.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.check' }, async (tx, access) => {
      const state = move(access, 'check', input.version);
      await saveStep(tx, input.id, { state, checked_by: access.caller.personId, checked_at: new Date() });
      return { action: 'bulletins.check', content: input };
    }),
  ),

  giveBack: os.giveBack.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.read' }, async (tx, access) => {
      if (!access.may('bulletins.check') && !access.may('bulletins.sign')) refuse('NOT_ALLOWED');
      const state = move(access, 'giveBack', input.version);
      if (input.reason === '') refuse('REASON_REQUIRED');
      refuseMarked(input.reason);
      await saveStep(tx, input.id, { state, checked_by: null, checked_at: null, returned_why: input.reason });
      return { action: 'bulletins.giveBack', content: input };
    }),
  ),

  reviewSecrecy: os.reviewSecrecy.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.reviewSecrecy' }, async (tx, access) => {
      const { id, version, outcome, note } = input;
      move(access, 'reviewSecrecy', version);
      if (outcome === 'objected' && note === '') refuse('REASON_REQUIRED');
      refuseMarked(note);
      await insertSecrecyReview(tx, { issueId: id, version, outcome, note, reviewedBy: access.caller.personId });
      return { action: 'bulletins.reviewSecrecy', content: input };
    }),
  ),

  sign: os.sign.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.sign', locksSeries: true }, async (tx, access) => {
      const { id, version } = input;
      const { issue, caller } = access;
      // The signer decides on disclosure: no edit of the text, so the secrecy review still counts.
      const { disclosure, ground } = { ...issueNow(issue), ...given(input) };
      const state = move(access, 'sign', version, { disclosure, ground });
      refuseMarked(ground);
      const { supplement, issued_on: issuedOn } = issue;
      const year = Number(issuedOn!.slice(0, 4));
      const last = await findLastNumbers(tx, issue.series_id, { year, supplement });
      if (runsBack({ year, supplement, ...last })) refuse('RUNS_BACK');
      const numbers = nextNumber({ year, supplement, ...last });
      const signed = { signed_by: caller.personId, signed_at: new Date(), series_name: issue.name };
      await saveStep(tx, id, { state, ...numbers, ...signed, disclosure, ground, printed_on: issuedOn });
      await saveFacts(tx, id);
      return { action: 'bulletins.sign', content: { ...input, ...numbers } };
    }),
  ),

  publish: os.publish.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.publish' }, async (tx, access) => {
      move(access, 'publish', input.version);
      if (access.issue.published_at) return null;
      await saveStep(tx, input.id, { published_at: new Date(), published_by: access.caller.personId });
      return { action: 'bulletins.publish', content: input };
    }),
  ),

  unpublish: os.unpublish.handler(({ input, context }) =>
    changeIssue(context, { id: input.id, right: 'bulletins.publish' }, async (tx, access) => {
      move(access, 'unpublish', input.version);
      if (!access.issue.published_at) return null;
      await saveStep(tx, input.id, { published_at: null, published_by: null });
      return { action: 'bulletins.unpublish', content: input };
    }),
  ),
};

function refuseMarked(words: string): void {
  if (findClassificationMark(words) !== null) refuse('CLASSIFIED');
}

/** What the signer chose, without what was left as it is. */
function given({
  disclosure,
  ground,
}: {
  disclosure?: IssueNow['disclosure'] | undefined;
  ground?: string | undefined;
}) {
  return { ...(disclosure ? { disclosure } : {}), ...(ground === undefined ? {} : { ground }) };
}
