import { createHash, randomUUID } from 'node:crypto';

import { mayHang, ORGANISATION_KINDS, ROLES, type OrganisationKind, type Role } from '@xiuzhi/domain';

import { openSession } from '../src/features/accounts/sessions.ts';
import { NO_PASSWORD } from '../src/features/accounts/password.ts';
import { insertPerson, insertPost, setPassword } from '../src/features/accounts/store.ts';
import { SESSION_COOKIE } from '../src/http/identify.ts';
import { addIssues, addSeries } from './add-issues.ts';
import { visitServer, type OpenHouse, type Visitor } from './open-house.ts';

/** An organisation as the oracle knows it: what hangs at what, and not a single path. */
export interface Place {
  readonly id: string;
  readonly kind: OrganisationKind;
  parent: Place | null;
}

export interface Post {
  id: string;
  place: Place;
  readonly role: Role;
  readonly days: 'held' | 'over' | 'later';
}

export interface Person {
  readonly id: string;
  readonly posts: readonly Post[];
  readonly api: Visitor['api'];
  readonly fetch: Visitor['fetch'];
}

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
  /** Issues of the place's office: one read back from a file that was imported, with a fact; one that is being drafted. */
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

export interface Province {
  readonly places: readonly Place[];
  readonly persons: readonly Person[];
  /** People that nobody signs in as: to be managed. */
  readonly others: readonly Person[];
  readonly books: readonly Book[];
  readonly chief: Visitor;
}

/** Random numbers that a seed repeats (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
  return { roll, pick: <T>(from: readonly T[]): T => from[roll(from.length)]! };
}

/** The text of every revision, as it was imported. */
export const TEXT = '甲乙';

type Dice = ReturnType<typeof dice>;

/** Whose business a place does: a unit its parent's, a Party branch that of the committee above it. */
export function officeOf(place: Place): Place {
  const shares =
    place.kind === 'internalUnit' || (place.kind === 'partyOrganisation' && place.parent?.kind === 'partyOrganisation');
  return shares ? officeOf(place.parent!) : place;
}

export const isWithin = (place: Place | null, top: Place): boolean =>
  place !== null && (place === top || isWithin(place.parent, top));

/** Grows a province of so many places, moves and merges some of them, and peoples it; everything through the server. */
export async function growProvince(
  house: OpenHouse,
  { roll, pick }: Dice,
  size: { places: number; persons: number; others: number; books: number },
): Promise<Province> {
  const chief = await house.join('administrator', '510000/');
  const rootOf = await house.db
    .selectFrom('organisation')
    .select(['id'])
    .where('path', '=', '510000/')
    .executeTakeFirstOrThrow();
  const root: Place = { id: rootOf.id, kind: 'office', parent: null };
  const places = [root];
  while (places.length < size.places) {
    const kind = pick([...ORGANISATION_KINDS, 'office', 'office', 'internalUnit'] as const);
    const parent = pick(places.filter((place) => mayHang(kind, place.kind)));
    if (!parent) continue;
    const made = { parentId: parent.id, kind, name: `机构${places.length}` };
    places.push({ id: (await chief.api.organisations.create(made)).id, kind, parent });
  }
  const version = async (place: Place) => (await chief.api.organisations.get({ id: place.id })).version;
  for (let moves = 0; moves < size.places / 5; moves++) {
    const place = pick(places.slice(1));
    const parent = pick(places.filter((to) => mayHang(place.kind, to.kind) && !isWithin(to, place)));
    await chief.api.organisations.move({ id: place.id, version: await version(place), parentId: parent.id });
    place.parent = parent;
  }

  const people = async (count: number, prefix: string): Promise<Person[]> => {
    const persons: Person[] = [];
    for (let nth = 0; nth < count; nth++) {
      const draw = () => ({
        place: pick(places),
        role: pick(ROLES),
        days: pick(['held', 'held', 'held', 'over', 'later'] as const),
      });
      persons.push(await settle(house, `${prefix}${nth}`, Array.from({ length: 1 + roll(2) }, draw)));
    }
    return persons;
  };
  const persons = await people(size.persons, 'caller');
  const others = await people(size.others, 'other');
  const books: Book[] = [];
  const homes = places.filter(({ kind }) => kind !== 'partyOrganisation');
  while (books.length < size.books) {
    const place = pick(homes);
    const above: Place[] = [];
    for (let up = officeOf(place).parent; up; up = up.parent) above.push(officeOf(up));
    const sent =
      above.length > 0 && roll(4) > 0
        ? { to: pick(above), how: pick(['open', 'open', 'returned', 'withdrawn'] as const) }
        : null;
    const shelved = await shelve(house, chief, place, sent, roll(2) === 0);
    const reported = await report(house, chief, place, above.length > 0 ? pick(above) : root);
    books.push({ ...shelved, ...reported, bulletin: await issue(house, chief, officeOf(place), roll(2) === 0) });
  }

  // Last of all a merger, which carries works and posts over.
  const mayTake = (into: Place, from: Place) =>
    into.kind === from.kind && !isWithin(into, from) && (officeOf(from) === from || officeOf(from) === officeOf(into));
  const from = pick(places.slice(1).filter((one) => places.some((into) => mayTake(into, one))));
  const into = pick(places.filter((one) => mayTake(one, from)));
  if (
    !books.some(({ sent, letter, task, opinion, dispatch, bulletin }) =>
      [sent?.to, letter.by, task.by, opinion.by, dispatch.to, bulletin.by].includes(from),
    )
  ) {
    await chief.api.organisations.merge({
      id: from.id,
      version: await version(from),
      intoId: into.id,
      on: '2024-01-01',
    });
    for (const place of places) if (place.parent === from) place.parent = into;
    for (const person of [...persons, ...others])
      for (const post of person.posts)
        if (post.place === from && post.days !== 'over') await follow(house, person, post, into);
    for (const book of books) if (book.place === from) Object.assign(book, { place: into });
    places.splice(places.indexOf(from), 1);
  }
  return { places, persons, others, books, chief };
}

/** A post that was held goes on as another one at the organisation it was merged into. */
async function follow(house: OpenHouse, person: Person, post: Post, into: Place): Promise<void> {
  const { id } = await house.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', person.id)
    .where('organisation_id', '=', into.id)
    .where('role', '=', post.role)
    .where('until', '=', '2099-12-31')
    .executeTakeFirstOrThrow();
  Object.assign(post, { id, place: into });
}

async function settle(house: OpenHouse, name: string, drawn: readonly Omit<Post, 'id'>[]): Promise<Person> {
  return house.db.transaction().execute(async (tx) => {
    const posts = drawn.map(({ place, role, days }) => ({
      place,
      role,
      days,
      since: days === 'later' ? '2090-01-01' : '2020-01-01',
      // Nobody's post is without an end, so that ending and handing over can be asked for and change nothing.
      until: days === 'over' ? '2021-01-01' : '2099-12-31',
    }));
    const [first, ...more] = posts;
    const person = {
      name,
      displayName: name,
      password: NO_PASSWORD,
      organisationId: first!.place.id,
      role: first!.role,
    };
    const id = await insertPerson(tx, { ...person, since: first!.since });
    await setPassword(tx, id, NO_PASSWORD, false);
    await tx.updateTable('post').set({ until: first!.until }).where('person_id', '=', id).execute();
    const given = await tx.selectFrom('post').select('id').where('person_id', '=', id).executeTakeFirstOrThrow();
    const ids = [given.id];
    for (const { place, role, since, until } of more)
      ids.push(await insertPost(tx, { personId: id, organisationId: place.id, role, since, until }));
    const secret = await openSession(tx, id);
    const { api, fetch } = visitServer(house.url, `${SESSION_COOKIE}=${secret}`);
    return { id, api, fetch, posts: posts.map(({ place, role, days }, nth) => ({ id: ids[nth]!, place, role, days })) };
  });
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
    .set({ original_name: 'a.txt', original_sha256: sha256 })
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
