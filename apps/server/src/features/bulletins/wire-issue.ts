import {
  ISSUE_STATES,
  moveIssue,
  type Disclosure,
  type IssueCommand,
  type IssueNow,
  type IssueRefusal,
  type IssueState,
  type SecrecyOutcome,
  type SeriesKind,
} from '@xiuzhi/domain';

import type { Database } from '../../db/open-database.ts';
import type { IssueAccess } from './bulletin-access.ts';
import { loadItems, type ItemRow } from './store-items.ts';
import { issueNow, loadSecrecyReviews, type IssueRow } from './store.ts';

/** An issue as lists show it. */
export function wireIssue(row: IssueRow) {
  return {
    id: row.id,
    seriesId: row.series_id,
    seriesName: row.name,
    kind: row.kind as SeriesKind,
    state: row.state as IssueState,
    supplement: row.supplement,
    year: row.year,
    number: row.number,
    total: row.total,
    issuedOn: row.issued_on,
    items: row.items,
    firstTitle: row.first_title,
    disclosure: row.disclosure as Disclosure | null,
    publishedAt: row.published_at?.toISOString() ?? null,
    isImported: row.original_sha256 !== null,
    version: row.version,
  };
}

/** An issue in full; who worked on it and what it was made from is told to people of the issuing office only. */
export async function wireInFull(db: Database, access: IssueAccess) {
  const { issue, isOwn } = access;
  const [items, reviews] = await Promise.all([
    loadItems(db, issue.id),
    isOwn ? loadSecrecyReviews(db, issue.id) : Promise.resolve([]),
  ]);
  const own = <T>(value: T): T | null => (isOwn ? value : null);
  return {
    ...wireIssue(issue),
    issuer: issue.issuer,
    ground: isOwn ? issue.ground : '',
    recipients: { up: issue.up, across: issue.across, down: issue.down },
    printedBy: issue.printed_by,
    printedOn: issue.printed_on,
    copies: issue.copies,
    bulletinItems: items.map((item) => wireItem(item, isOwn)),
    columns: issue.columns,
    sourceLine: issue.source_line,
    secrecyReviews: reviews.map((review) => ({
      outcome: review.outcome as SecrecyOutcome,
      note: review.note,
      reviewedBy: review.reviewer,
      reviewedAt: review.reviewed_at.toISOString(),
      isCurrent: review.issue_version === issue.version,
    })),
    draftedBy: own(issue.drafter),
    draftedAt: own(issue.drafted_at?.toISOString() ?? null),
    checkedBy: own(issue.checker),
    checkedAt: own(issue.checked_at?.toISOString() ?? null),
    signedBy: own(issue.signer),
    signedAt: issue.signed_at?.toISOString() ?? null,
    returnedWhy: own(issue.returned_why),
    originalName: own(issue.original_name),
    allowed: allowedOn(access),
  };
}

function wireItem(row: ItemRow, isOwn: boolean) {
  return {
    id: row.id,
    position: row.position,
    column: row.column_name,
    title: row.title,
    subtitle: row.subtitle,
    body: row.body,
    source: row.source,
    dispatchId: isOwn ? row.dispatch_id : null,
    sessionId: isOwn ? row.session_id : null,
    firstTitle: isOwn ? row.first_title : row.title,
    firstBody: isOwn ? row.first_body : row.body,
    editedBy: isOwn ? row.editor : null,
    editedAt: isOwn ? (row.edited_at?.toISOString() ?? null) : null,
    version: row.version,
  };
}

function allowedOn({ issue, caller, may }: IssueAccess) {
  const now = issueNow(issue);
  const goes = (command: IssueCommand, given: Partial<IssueNow> = {}) =>
    isState(moveIssue({ ...now, ...given }, command, { personId: caller.personId, version: issue.version }));
  return {
    edit: may('bulletins.draft') && issue.state === 'draft',
    submit: may('bulletins.draft') && goes('submit'),
    check: may('bulletins.check') && goes('check'),
    giveBack: (may('bulletins.check') || may('bulletins.sign')) && goes('giveBack'),
    reviewSecrecy: may('bulletins.reviewSecrecy') && goes('reviewSecrecy'),
    // What is lacking of the disclosure is given with the signature.
    sign: may('bulletins.sign') && goes('sign', { disclosure: 'undetermined' }),
    // What is on the web can be taken down.
    publish: may('bulletins.publish') && (goes('publish') || now.published),
  };
}

/** Whether an issue was moved, and not refused. */
export function isState(outcome: IssueState | IssueRefusal): outcome is IssueState {
  return (ISSUE_STATES as readonly string[]).includes(outcome);
}
