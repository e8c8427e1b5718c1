import { findClassificationMark } from '@xiuzhi/manuscript';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { reach, refuse, type Caller } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { findOtherPlace } from './find-other-place.ts';
import { findOffices, findToday, insertDispatch, listCalls, listPlaces, listTargets } from './store.ts';

/** Copy as the form gives it. */
export interface Copy {
  readonly fromId?: string | undefined;
  readonly seriesId: string;
  readonly callId?: string | undefined;
  readonly title: string;
  readonly body: string;
  readonly source: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
  readonly originalName?: string | undefined;
}

/** Sends copy in (报送信息) and returns its id; nothing is kept of what is refused. */
export async function sendDispatch(tx: Tx, signedIn: Caller, copy: Copy): Promise<string> {
  const { title, body, source, approvedBy, approvedOn, originalName = null } = copy;
  // Line by line, as in a file: a mark has a line of its own.
  if (findClassificationMark([title, body, source, approvedBy, originalName].join('\n')) !== null) refuse('CLASSIFIED');
  const offices = await findOffices(tx, reach(signedIn, 'dispatches.send'));
  if (offices.length === 0) refuse('NOT_ALLOWED');
  const asked = offices.filter(({ id }) => copy.fromId === undefined || id === copy.fromId);
  const [target] = await listTargets(
    tx,
    asked.map(({ path }) => path),
    copy.seriesId,
  );
  // Whoever holds a post in the issuing office as well does not send for that one.
  const from = asked.find(
    ({ path }) => target !== undefined && path !== target.office_path && path.startsWith(target.office_path),
  );
  if (!target || !from) refuse('NOT_FOUND');
  if (copy.callId !== undefined) {
    const [call] = await listCalls(tx, { paths: [from.path], id: copy.callId, limit: 1 });
    if (call?.series_id !== target.id) refuse('NOT_FOUND');
    if (call.ended_at !== null) refuse('CALL_ENDED');
  }
  if (!SHAPES.day.test(approvedOn) || approvedOn > (await findToday(tx))) refuse('BAD_DAY');
  if (findOtherPlace({ title, source }, from.path, await listPlaces(tx)) !== null) refuse('OTHER_PLACE');
  const id = await insertDispatch(tx, {
    fromId: from.id,
    toId: target.office_id,
    seriesId: target.id,
    callId: copy.callId ?? null,
    title,
    body,
    source,
    approvedBy,
    approvedOn,
    originalName,
    sentBy: signedIn.personId,
  });
  await recordAudit(tx, {
    actor: { ...signedIn, officePath: from.path },
    action: 'dispatches.send',
    subject: `dispatch:${id}`,
    content: copy,
  });
  return id;
}
