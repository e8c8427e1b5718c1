import { printIssueNumber, type Action, type Territory } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';
import { may, reach, refuse, requireMay, type Caller } from '../../http/context.ts';
import { listCalls, listDispatches, type CallRow, type DispatchRow } from './store.ts';

const officeAt = (path: string): Territory => ({ organisationPath: path, officePath: path });
const seenBy = (caller: Caller) => reach(caller, 'dispatches.read');

/** A dispatch that the caller sees, with the caller as acting on one side of it; NOT_FOUND for whoever sees none. */
export async function enterDispatch(
  db: Database | Tx,
  caller: Caller,
  id: string,
  action: 'dispatches.send' | 'dispatches.decide' | 'dispatches.read',
): Promise<{ row: DispatchRow; caller: Caller }> {
  const [row] = await listDispatches(db, { paths: seenBy(caller), id, limit: 1 });
  if (!row) refuse('NOT_FOUND');
  if (action === 'dispatches.read') return { row, caller: actingOn(caller, row) };
  const side = officeAt(action === 'dispatches.send' ? row.from_path : row.to_path);
  if (!may(caller, action, side)) refuse('NOT_ALLOWED');
  return { row, caller: { ...caller, officePath: side.officePath } };
}

/** Whoever only reads does so for the office that issues where the post is there, else for the one that sent it. */
function actingOn(caller: Caller, row: DispatchRow): Caller {
  const own = new Set(caller.standings.map(({ officePath }) => officePath));
  const officePath = [row.to_path, row.from_path].find((path) => own.has(path)) ?? caller.officePath;
  return { ...caller, officePath };
}

/** A dispatch (来稿) as the wire shows it: to the sender the number of an issue once that is signed, never a draft. */
export function wireDispatch(row: DispatchRow, caller: Caller) {
  const decides = may(caller, 'dispatches.decide', officeAt(row.to_path));
  const isSigned = row.issue_state === 'signed';
  return {
    id: row.id,
    from: { id: row.from_id, name: row.from_name },
    to: { id: row.to_id, name: row.to_name },
    seriesId: row.series_id,
    seriesName: row.series_name,
    callId: row.call_id,
    callTopic: row.call_topic,
    title: row.title,
    body: row.body,
    source: row.source,
    approvedBy: row.approved_by,
    approvedOn: row.approved_on,
    originalName: row.original_name,
    state: row.state,
    reason: row.reason,
    issueId: isSigned || decides ? row.issue_id : null,
    issueNumber: isSigned ? numberOf(row) : null,
    sentAt: row.sent_at,
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.version,
    allowed: {
      decide: decides && row.state !== 'withdrawn',
      withdraw: row.state === 'sent' && may(caller, 'dispatches.send', officeAt(row.from_path)),
    },
  };
}

function numberOf({ year, number, total, supplement }: DispatchRow): string | null {
  const printed = printIssueNumber({ number, total, supplement: supplement === true });
  return printed === '' ? null : `${year === null ? '' : `${year}年`}${printed}`;
}

/** A call that the caller sees. */
export async function enterCall(db: Database | Tx, caller: Caller, id: string): Promise<CallRow> {
  const [row] = await listCalls(db, { paths: seenBy(caller), id, limit: 1 });
  return row ?? refuse('NOT_FOUND');
}

/** A call (约稿) as the wire shows it. */
export function wireCall(row: CallRow, caller: Caller) {
  return {
    id: row.id,
    office: { id: row.office_id, name: row.office_name },
    seriesId: row.series_id,
    seriesName: row.series_name,
    topic: row.topic,
    note: row.note,
    column: row.column_name,
    dueOn: row.due_on,
    calledAt: row.called_at,
    endedAt: row.ended_at?.toISOString() ?? null,
    received: row.received,
    allowed: { end: row.ended_at === null && may(caller, 'dispatches.decide', officeAt(row.office_path)) },
  };
}

/** The caller as acting in the office at this path; NOT_FOUND for whoever does not see it. */
export function requireAt(caller: Caller, action: Action, officePath: string): Caller {
  return requireMay(caller, action, officeAt(officePath), 'dispatches.read');
}
