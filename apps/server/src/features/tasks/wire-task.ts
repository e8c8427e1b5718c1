import { countWorkingDays, type Territory, type WorkingCalendar } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';
import { may, type Caller } from '../../http/context.ts';
import { loadCalendar } from './calendar.ts';
import { listDeputies, listEvents, listEvidence, type TaskRow } from './store.ts';

const LETTER = 'letter:';

/** The organisation that is to do it, and the office that gave it, for the policy to decide on. */
export function sidesOf(row: TaskRow): { readonly organisation: Territory; readonly assigner: Territory } {
  return {
    organisation: { organisationPath: row.organisation_path, officePath: row.office_path },
    assigner: { organisationPath: row.assigner_path, officePath: row.assigner_path },
  };
}

const belongsTo = (caller: Caller, officePath: string) =>
  caller.standings.some((standing) => standing.officePath === officePath);

/** A task (待办) as the wire shows it to the caller: whoever does it is named in their own office only. */
export function wireTask(row: TaskRow, calendar: WorkingCalendar, caller: Caller) {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    workId: row.work_id,
    workTitle: row.work_title,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    assigner: { id: row.assigner_id, name: row.assigner_name },
    addressee: row.addressee,
    letterId: row.subject.startsWith(LETTER) ? row.subject.slice(LETTER.length) : null,
    dueOn: row.due_on,
    // What is answered waits for the office that gave it: nobody is late with it.
    workingDaysLeft: row.state === 'open' ? countWorkingDays(row.today, row.due_on, calendar) : null,
    owner:
      row.owner_post_id && belongsTo(caller, row.office_path)
        ? { postId: row.owner_post_id, displayName: row.owner_name!, organisation: row.owner_organisation! }
        : null,
    reminded: row.reminded,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** What the caller may do with a task as it stands. */
function allowedOn(row: TaskRow, caller: Caller) {
  const { organisation, assigner } = sidesOf(row);
  const gave = may(caller, 'tasks.manage', assigner);
  const lasts = row.state === 'open' || row.state === 'answered';
  return {
    manage: lasts && may(caller, 'tasks.manage', organisation),
    postpone: lasts && gave,
    close: lasts && gave,
    reopen: gave && (row.state === 'answered' || row.state === 'closed'),
    remind: gave && row.state === 'open' && !row.reminded,
  };
}

/** A task with its deputies, evidence and history, as the wire shows it to the caller. */
export async function loadInFull(db: Database | Tx, row: TaskRow, caller: Caller) {
  const own = belongsTo(caller, row.office_path);
  const { calendar } = await loadCalendar(db);
  const offices = caller.standings.map((standing) => standing.officePath);
  const evidence = await listEvidence(db, row.id, offices);
  const events = await listEvents(db, row.id);
  return {
    ...wireTask(row, calendar, caller),
    deputies: own ? await listDeputies(db, row.id) : [],
    evidence: evidence.map((each) => ({
      id: each.id,
      subject: each.subject,
      note: each.note,
      addedBy: own ? each.added_name : null,
      addedAt: each.added_at.toISOString(),
    })),
    history: events.map((event) => ({
      at: event.at.toISOString(),
      by: event.office_path && belongsTo(caller, event.office_path) ? event.display_name : event.office_name,
      action: event.action,
      note: event.note,
    })),
    allowed: allowedOn(row, caller),
  };
}
