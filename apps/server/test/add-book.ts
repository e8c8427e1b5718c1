import { createHash, randomUUID } from 'node:crypto';

import { addIssues, addSeries } from './add-issues.ts';
import type { OpenHouse, Visitor } from './open-house.ts';
import { officeOf, type Place } from './place.ts';

/** A work of one text, what it was sent up to, and what was written about it. */
export interface Book {
  readonly place: Place;
  readonly workId: string;
  readonly contributorId: string;
  readonly revisionId: string;
  readonly sent: { readonly id: string; readonly to: Place; readonly how: 'open' | 'returned' | 'withdrawn' } | null;
  readonly opinion: { readonly id: string; readonly by: Place };
  readonly letter: { readonly id: string; readonly lineId: string; readonly by: Place; readonly isDraft: boolean };
  readonly task: { readonly id: string; readonly by: Place };
  /** Copy of its office that was sent to another above it, and a call for copy that has ended. */
  readonly dispatch: { readonly id: string; readonly to: Place; readonly seriesId: string; readonly callId: string };
  /** A record of a study session of the place. */
  readonly sessionId: string;
  /** Issues of the place's office: one read back from a file and on the web, with a fact; one that is being drafted. */
  readonly bulletin: {
    readonly by: Place;
    readonly seriesId: string;
    readonly circulated: boolean;
    readonly signedId: string;
    readonly signedItemId: string;
    readonly factId: string;
    readonly fileId: string;
    readonly draftId: string;
    readonly draftItemId: string;
  };
}

/** The text of every revision, as it was imported. */
export const TEXT = '甲乙';

/** What becomes of a book: whether and where to it was sent up, and the office above that its copy goes to. */
export interface BookWay {
  readonly sent: { readonly to: Place; readonly how: 'open' | 'returned' | 'withdrawn' } | null;
  readonly copyTo: Place;
  readonly isLetterDraft: boolean;
  readonly isCirculated: boolean;
}

/** Adds a work to a place with all that hangs on it: what was sent, written, reported and issued by its office. */
export async function addBook(house: OpenHouse, chief: Visitor, place: Place, way: BookWay): Promise<Book> {
  const shelved = await shelve(house, chief, place, way.sent, way.isLetterDraft);
  const reported = await report(house, chief, place, way.copyTo);
  return { ...shelved, ...reported, bulletin: await issue(house, chief, officeOf(place), way.isCirculated) };
}

/** A record of which nothing is known. */
const RECORD = {
  host: { name: '', post: '' },
  place: '',
  topic: '',
  readBefore: '',
  documents: [],
  speakers: [],
  attendance: [],
  opinions: [],
};

/** Copy that the office of a place sent to another, and a session of the place. */
async function report(house: OpenHouse, chief: Visitor, place: Place, to: Place) {
  const { db } = house;
  const by = (await chief.api.accounts.me()).person.id;
  const [id, seriesId, callId, sessionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const series = { id: seriesId, organisation_id: to.id, kind: 'work', name: seriesId, issuer: '甲', printed_by: '甲' };
  await db
    .insertInto('bulletin_series')
    .values({ ...series, source_line: true, intake: true, circulated: false, copies: 1 })
    .execute();
  const call = { id: callId, office_id: to.id, series_id: seriesId, topic: '甲', due_on: '2026-01-01', called_by: by };
  await db
    .insertInto('dispatch_call')
    .values({ ...call, ended_at: new Date() })
    .execute();
  const copy = { title: '甲', body: '甲', source: '甲', approved_by: '甲', approved_on: '2026-01-01', state: 'sent' };
  await db
    .insertInto('dispatch')
    .values({ id, from_id: officeOf(place).id, to_id: to.id, series_id: seriesId, sent_by: by, ...copy })
    .execute();
  const session = { id: sessionId, organisation_id: place.id, kind: 'study', held_on: '2026-01-01', title: '甲' };
  await db
    .insertInto('study_session')
    .values({ ...session, record: JSON.stringify(RECORD), recorded_by: by })
    .execute();
  return { dispatch: { id, to, seriesId, callId }, sessionId };
}

/** A series of an office with an issue that was read back from a file, and one that is being drafted. */
async function issue(house: OpenHouse, chief: Visitor, by: Place, circulated: boolean): Promise<Book['bulletin']> {
  const { db } = house;
  const importedBy = (await chief.api.accounts.me()).person.id;
  const seriesId = await addSeries(db, by.id, { circulated });
  const items = [{ title: '甲', body: '甲乙' }];
  const [signedItemId, draftItemId] = await addIssues(db, seriesId, [
    { state: 'signed', year: 2026, number: 1, total: 1, issuedOn: '2026-01-01', items },
    { state: 'draft', items },
  ]);
  const issueOf = async (id: string) =>
    (await db.selectFrom('bulletin_item').select('issue_id').where('id', '=', id).executeTakeFirstOrThrow()).issue_id;
  const [signedId, draftId] = [await issueOf(signedItemId!), await issueOf(draftItemId!)];
  const sha256 = createHash('sha256').update(TEXT).digest();
  await db
    .updateTable('bulletin_issue')
    .set({ original_name: 'a.txt', original_sha256: sha256, disclosure: 'proactive', published_at: new Date() })
    .where('id', '=', signedId)
    .execute();
  const [factId, fileId] = [randomUUID(), randomUUID()];
  const place = { paragraph: 0, start_offset: 0, end_offset: 1 };
  await db
    .insertInto('bulletin_fact')
    .values({ id: factId, item_id: signedItemId!, kind: 'work', name: '甲', detail: '{}', ...place })
    .execute();
  const head = { supplement: false, year: 2026, number: 1, total: 1, issuedOn: null, itemCount: 1 };
  await db
    .insertInto('bulletin_import')
    .values({
      id: fileId,
      series_id: seriesId,
      file_name: 'a.txt',
      sha256,
      state: 'kept',
      head: JSON.stringify({ ...head, ...NO_TAIL }),
      problems: '[]',
      items: '[]',
      body: '',
      issue_id: signedId,
      imported_by: importedBy,
    })
    .execute();
  return {
    by,
    seriesId,
    circulated,
    signedId,
    signedItemId: signedItemId!,
    factId,
    fileId,
    draftId,
    draftItemId: draftItemId!,
  };
}

const NO_TAIL = {
  series: null,
  issuer: null,
  disclosure: null,
  printedBy: null,
  printedOn: null,
  copies: null,
  recipients: { up: [], across: [], down: [] },
};

/** A work with a text that has one finding, an opinion, a letter and a task; rows as the features would write them. */
async function shelve(
  house: OpenHouse,
  chief: Visitor,
  place: Place,
  sent: { to: Place; how: 'open' | 'returned' | 'withdrawn' } | null,
  isDraft: boolean,
): Promise<Omit<Book, 'dispatch' | 'sessionId' | 'bulletin'>> {
  const { db } = house;
  const by = (await chief.api.accounts.me()).person.id;
  const [workId, manuscriptId, revisionId, contributorId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [letterId, lineId, opinionId, taskId, submissionId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const issuer = sent?.how === 'open' ? sent.to : officeOf(place);
  const span = { start_offset: 0, end_offset: 2, block: 0 };
  await db
    .insertInto('work')
    .values({ id: workId, organisation_id: place.id, title: '年鉴', kind: 'yearbook' })
    .execute();
  await db
    .insertInto('contributor')
    .values({ id: contributorId, work_id: workId, name: '甲局', position: 1 })
    .execute();
  await db.insertInto('manuscript').values({ id: manuscriptId, work_id: workId, title: '年鉴' }).execute();
  const file = {
    file_name: 'a.txt',
    format: 'txt',
    sha256: createHash('sha256').update(TEXT).digest(),
    bytes: 1,
    state: 'ready',
    imported_by: by,
  };
  await db
    .insertInto('revision')
    .values({ id: revisionId, manuscript_id: manuscriptId, number: 1, ...file })
    .execute();
  await db
    .insertInto('block')
    .values({ revision_id: revisionId, seq: 0, kind: 'paragraph', node: 0, start_offset: 0, text: '甲乙' })
    .execute();
  await db
    .insertInto('review_run')
    .values({ revision_id: revisionId, preset: 'yearbook', engine: '0', milliseconds: 1 })
    .execute();
  await db
    .insertInto('finding')
    .values({
      revision_id: revisionId,
      seq: 0,
      id: 'f',
      rule: 'time-vague',
      family: 'time',
      severity: 'info',
      norm: 'n',
      clause: 'c',
      node: 0,
      quote: '甲乙',
      message: 'm',
      evidence: '[]',
      ...span,
    })
    .execute();
  if (sent)
    await db
      .insertInto('submission')
      .values({
        id: submissionId,
        revision_id: revisionId,
        office_id: sent.to.id,
        sent_by: by,
        ...(sent.how === 'open' ? {} : { ended_how: sent.how, ended_at: new Date() }),
      })
      .execute();
  await db
    .insertInto('opinion')
    .values({
      id: opinionId,
      revision_id: revisionId,
      office_id: issuer.id,
      node: 0,
      quote: '甲乙',
      wording: '核实',
      certainty: 'change',
      raised_by: by,
      ...span,
    })
    .execute();
  await db
    .insertInto('letter')
    .values({
      id: letterId,
      secret: '0'.repeat(26),
      kind: 'opinions',
      revision_id: revisionId,
      office_id: issuer.id,
      addressee: '甲',
      round: 1,
      preamble: '',
      closing: '',
      working_days: 10,
      state: isDraft ? 'draft' : 'signed',
      created_by: by,
      ...(isDraft ? {} : { signed_by: by, signed_at: new Date(), due_on: '2099-01-01', office_name: '甲' }),
    })
    .execute();
  await db
    .insertInto('letter_line')
    .values({
      id: lineId,
      letter_id: letterId,
      number: 1,
      opinion_id: opinionId,
      place: '',
      quote: '甲乙',
      wording: '核实',
      certainty: 'change',
      ...span,
    })
    .execute();
  await db
    .insertInto('task')
    .values({
      id: taskId,
      kind: 'rectification',
      organisation_id: officeOf(place).id,
      assigner_id: issuer.id,
      work_id: workId,
      subject: `letter:${letterId}`,
      title: '整改',
      due_on: '2099-01-01',
      state: 'open',
    })
    .execute();
  await db
    .insertInto('rectification_check')
    .values({ revision_id: revisionId, against_id: revisionId, state: 'ready' })
    .execute();
  await db
    .insertInto('check_line')
    .values({
      revision_id: revisionId,
      number: 1,
      source: 'opinion',
      opinion_id: opinionId,
      office_id: issuer.id,
      place: '',
      quote: '甲乙',
      wording: '核实',
      certainty: 'change',
      verdict: 'done',
      before_text: '甲乙',
      before_start: 0,
      before_end: 2,
    })
    .execute();
  return {
    place,
    workId,
    contributorId,
    revisionId,
    sent: sent && { id: submissionId, ...sent },
    opinion: { id: opinionId, by: issuer },
    letter: { id: letterId, lineId, by: issuer, isDraft },
    task: { id: taskId, by: issuer },
  };
}
