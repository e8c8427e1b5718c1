import { randomUUID } from 'node:crypto';

import type { contract } from '@xiuzhi/contract';
import { ROLES, treeOf, type Role } from '@xiuzhi/domain';

import type { Database } from '../src/db/open-database.ts';
import type { Visitor } from './open-house.ts';
import { isWithin, officeOf, type Book, type Person, type Place, type Post } from './random-province.ts';

type Api = Visitor['api'];
type Roles = readonly Role[];

/** Roles, as the operations name them. */
export const ADMIN: Roles = ['administrator'];
const LEAD: Roles = ['reviewLead'];
const HANDS: Roles = ['reviewLead', 'reviewer'];
const KEEPERS: Roles = ['administrator', 'reviewLead'];
/** Roles, as the operations name them. */
export const EDITORS: Roles = ['administrator', 'reviewLead', 'reviewer'];
/** Roles, as the operations name them. */
export const ALL: Roles = ['administrator', 'reviewLead', 'reviewer', 'reader'];

/** Posts held today that do office business in one of these roles. */
export const held = (person: Person, roles: Roles): Post[] =>
  person.posts.filter(
    ({ days, role, place }) => days === 'held' && roles.includes(role) && treeOf(place.kind) === 'office',
  );
/** The person's own organisation and all below; their office and all below; their office alone. */
const unit = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => isWithin(place, post.place));
const below = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => isWithin(place, officeOf(post.place)));
/** Their office alone. */
export const office = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => officeOf(post.place) === officeOf(place));
/** Also the office that a text was sent up to and that did not have it taken away again. */
export const reading = (person: Person, roles: Roles, { place, sent }: Book) =>
  office(person, roles, place) || (sent !== null && sent.how !== 'withdrawn' && office(person, roles, sent.to));
/** Every role does the business of the whole office, so to give one takes to manage the office. */
const granting = (person: Person, place: Place) => unit(person, ADMIN, officeOf(place));
/** A letter is read by the office that issued it, and once it is signed by the one it is about. */
export const letterOf = (person: Person, roles: Roles, { letter, place }: Book) =>
  office(person, roles, letter.by) || (!letter.isDraft && office(person, roles, place));
const taskOf = (person: Person, roles: Roles, side: 'does' | 'gave', { task, place }: Book) =>
  office(person, roles, side === 'does' ? place : task.by);

/** What places a person: posts that last or are to come, or where all are over those. */
const placesOf = ({ posts }: Person) => {
  const lasting = posts.filter(({ days }) => days !== 'over');
  return (lasting.length > 0 ? lasting : posts).map(({ place }) => place);
};
const managing = (person: Person, other: Person) => placesOf(other).some((place) => unit(person, ADMIN, place));
const managingWholly = (person: Person, other: Person) =>
  managing(person, other) && placesOf(other).every((place) => granting(person, place));

/** What there is to do something to. */
export interface Targets {
  place: Place;
  person: Person;
  post: { post: Post; of: Person };
  book: Book;
}

/** An operation on a thing: how it is asked for so that nothing changes, and whose business it is. */
interface Try<K extends keyof Targets> {
  readonly on: K;
  readonly ask: (api: Api, target: Targets[K], tools: Tools) => Promise<unknown>;
  readonly theirs: (person: Person, target: Targets[K]) => boolean;
  /** True where the thing is away, or sent up, for a moment: nobody else may ask for it meanwhile. */
  readonly isAlone?: true;
}
/** An operation on no thing in particular: who may, where not everybody; what it lists is compared with what may be opened. */
interface Plain {
  readonly ask: ((api: Api) => Promise<unknown>) | null;
  readonly theirs?: (person: Person) => boolean;
}
export interface Tools {
  readonly db: Database;
  readonly version: (place: Place) => Promise<number>;
}
export type Operation = Plain | { readonly [K in keyof Targets]: Try<K> }[keyof Targets];
type Table = {
  readonly [F in keyof typeof contract]: { readonly [O in keyof (typeof contract)[F]]: Operation };
};

const own: Plain = { ask: null };
const plain = (ask: (api: Api) => Promise<unknown>, theirs: (person: Person) => boolean = () => true): Plain => ({
  ask,
  theirs,
});
const onPlace = (ask: Try<'place'>['ask'], theirs: Try<'place'>['theirs']): Try<'place'> => ({
  on: 'place',
  ask,
  theirs,
});
const onPerson = (ask: Try<'person'>['ask'], theirs: Try<'person'>['theirs']): Try<'person'> => ({
  on: 'person',
  ask,
  theirs,
});
const onPost = (ask: Try<'post'>['ask'], theirs: Try<'post'>['theirs']): Try<'post'> => ({ on: 'post', ask, theirs });
const onBook = (ask: Try<'book'>['ask'], theirs: Try<'book'>['theirs']): Try<'book'> => ({ on: 'book', ask, theirs });
const alone = (one: Try<'book'>): Try<'book'> => ({ ...one, isAlone: true });
/** A version nobody has: whoever may is told that it is stale, and nothing changes. */
const STALE = 999_999;
const COPY_READERS: Roles = ['administrator', 'reporter', 'bulletinEditor', 'bulletinChecker', 'signer'];
/** Roles, as the operations name them. */
export const REPORTERS: Roles = ['reporter', 'bulletinEditor'];
const COPY = { title: '甲', body: '甲', source: '甲' };
/** A session that is still to come: whoever may is told so, and nothing changes. */
const SESSION = {
  kind: 'study' as const,
  heldOn: '2999-01-01',
  title: '甲',
  record: { host: { name: '', post: '' }, documents: [], speakers: [], attendance: [], opinions: [] },
};
const BULLETIN_EDITORS: Roles = ['bulletinEditor'];
const LISTS = { recipients: { up: ['甲'], across: [], down: [] } };
const SERIES = {
  name: '甲乙简报',
  issuer: '甲办',
  columns: [],
  sourceLine: true,
  intake: true,
  circulated: true,
  running: true,
  base: null,
  printedBy: '甲办',
  copies: 1,
};
const ITEM = { column: null, title: '甲', subtitle: null, body: '甲', source: null };
const TAIL = { issuedOn: null, supplement: false, disclosure: null, ground: '', printedBy: '甲办', copies: 1 };
/** A figure nobody has. */
const NO_FIGURE = { seq: STALE, key: '' };

/**
 * Every operation of the wire, by whom it may be done, told in offices and what is below them. An operation that is added
 * to the contract and not here does not compile.
 */
export const EVERY_OPERATION: Table = {
  accounts: {
    signIn: own,
    signOut: own,
    me: plain((api) => api.accounts.me()),
    changePassword: own,
    listTokens: plain((api) => api.accounts.listTokens()),
    createToken: own,
    revokeToken: own,
    listOrganisations: plain((api) => api.accounts.listOrganisations({})),
    listPersons: plain(
      (api) => api.accounts.listPersons({}),
      (person) => held(person, ADMIN).length > 0,
    ),
    createPerson: onPlace(
      (api, { id }) =>
        api.accounts.createPerson({ name: 'admin', displayName: '某人', organisationId: id, role: 'reader' }),
      granting,
    ),
    updatePerson: onPerson((api, { id }) => api.accounts.updatePerson({ id }), managingWholly),
    resetPassword: onPerson((api, { id }) => api.accounts.resetPassword({ id }), managingWholly),
    assignPost: onPost(
      (api, { post, of }) =>
        api.accounts.assignPost({
          id: of.id,
          organisationId: post.place.id,
          role: 'reader',
          since: '2023-02-02',
          until: '2023-02-01',
        }),
      (person, { post, of }) => managing(person, of) && granting(person, post.place),
    ),
    endPost: onPost(
      (api, { post }) => api.accounts.endPost({ postId: post.id, until: '2099-12-31' }),
      (person, { post }) => unit(person, ADMIN, post.place),
    ),
    handOverPost: onPost(
      (api, { post, of }) => api.accounts.handOverPost({ postId: post.id, toPersonId: of.id, on: '2100-01-01' }),
      (person, { post, of }) => granting(person, post.place) && managing(person, of),
    ),
  },
  organisations: {
    get: onPlace((api, { id }) => api.organisations.get({ id }), isSeen),
    create: onPlace(
      (api, { id }) =>
        api.organisations.create({ parentId: id, kind: 'office', name: '某办公室', regionCode: '510000' }),
      (person, place) => unit(person, ADMIN, place),
    ),
    rename: onPlace(
      (api, { id }) => api.organisations.rename({ id, version: STALE, name: '某办公室', since: null }),
      (person, place) => unit(person, ADMIN, place),
    ),
    move: onPlace(
      async (api, place, { version }) =>
        api.organisations.move({ id: place.id, version: await version(place), parentId: (place.parent ?? place).id }),
      (person, place) => unit(person, ADMIN, place.parent ?? place),
    ),
    merge: onPlace(
      async (api, place, { version }) =>
        api.organisations.merge({ id: place.id, version: await version(place), intoId: place.id, on: '2024-01-01' }),
      (person, place) => unit(person, ADMIN, place.parent ?? place),
    ),
  },
  works: {
    list: plain((api) => api.works.list({})),
    get: onBook(
      (api, { workId }) => api.works.get({ id: workId }),
      (person, { place }) => below(person, ALL, place),
    ),
    create: onPlace(
      async (api, { id }, { db }) => {
        const made = await api.works.create({ title: '年鉴', kind: 'yearbook', organisationId: id });
        await db.deleteFrom('work').where('id', '=', made.id).execute();
      },
      (person, place) => treeOf(place.kind) === 'office' && office(person, KEEPERS, place),
    ),
    update: onBook(
      (api, { workId }) => api.works.update({ id: workId, version: STALE }),
      (person, { place }) => office(person, KEEPERS, place),
    ),
    settings: onBook((api, { workId }) => api.works.settings({ id: workId }), readsWork),
    configure: onBook(
      (api, { workId }) => api.works.configure({ id: workId, version: STALE, place: null }),
      configures,
    ),
    words: onBook((api, { workId }) => api.works.words({ id: workId }), readsWork),
    addWord: onBook(
      (api, { workId }) => api.works.addWord({ id: workId, word: '甲某', kind: 'person', from: 2, to: 1 }),
      configures,
    ),
    removeWord: onBook((api, { workId }) => api.works.removeWord({ id: workId, wordId: randomUUID() }), configures),
  },
  manuscripts: {
    list: onBook(
      (api, { workId }) => api.manuscripts.list({ workId }),
      (person, { place }) => office(person, ALL, place),
    ),
    get: onBook((api, { revisionId: id }) => api.manuscripts.get({ id }), readsText),
    outline: onBook((api, { revisionId: id }) => api.manuscripts.outline({ id }), readsText),
    blocks: onBook((api, { revisionId: id }) => api.manuscripts.blocks({ id, from: 0 }), readsText),
    report: onBook((api, { revisionId: id }) => api.manuscripts.report({ id }), readsText),
    search: onBook((api, { revisionId: id }) => api.manuscripts.search({ id, query: '甲' }), readsText),
    remove: alone(
      onBook(
        async (api, { revisionId: id }, { db }) => {
          await api.manuscripts.remove({ id });
          await db.updateTable('revision').set({ removed_at: null }).where('id', '=', id).execute();
        },
        (person, { place }) => office(person, KEEPERS, place),
      ),
    ),
  },
  reviews: {
    index: onBook((api, { revisionId: id }) => api.reviews.index({ id }), readsText),
    findings: onBook((api, { revisionId: id }) => api.reviews.findings({ id, from: 0 }), readsText),
    decide: onBook(
      (api, { revisionId: id }) => api.reviews.decide({ id, seq: 0, version: STALE, decision: 'dismiss' }),
      decides,
    ),
    decideMany: onBook(
      (api, { revisionId: id }) => api.reviews.decideMany({ id, rule: 'none', decision: 'dismiss' }),
      decides,
    ),
    undoMany: onBook((api, { revisionId: id }) => api.reviews.undoMany({ id, batch: randomUUID() }), decides),
    opinions: onBook((api, { revisionId: id }) => api.reviews.opinions({ id }), readsText),
    raiseOpinion: onBook(
      (api, { revisionId: id }) => api.reviews.raiseOpinion({ id, start: 0, end: 1, quote: '丙', wording: '核实' }),
      decides,
    ),
    updateOpinion: onBook(
      (api, { opinion }) => api.reviews.updateOpinion({ opinionId: opinion.id, version: STALE, wording: '改' }),
      decidesOpinion,
    ),
    removeOpinion: onBook(
      (api, { opinion }) => api.reviews.removeOpinion({ opinionId: opinion.id, version: STALE }),
      decidesOpinion,
    ),
    summary: onBook((api, { revisionId: id }) => api.reviews.summary({ id }), readsText),
    suppress: onBook(
      (api, { revisionId: id }) => api.reviews.suppress({ id, seq: 0, version: STALE, scope: 'quote' }),
      marks,
    ),
    suppressions: onBook((api, { workId }) => api.reviews.suppressions({ workId }), readsWork),
    unsuppress: onBook((api, { workId }) => api.reviews.unsuppress({ workId, suppressionId: randomUUID() }), marks),
    run: onBook((api, { revisionId: id }) => api.reviews.run({ id }), readsText),
    renew: alone(
      onBook(async (api, { revisionId: id }, { db }) => {
        const run = (state: string) =>
          db.updateTable('review_run').set({ state }).where('revision_id', '=', id).execute();
        // Whoever may is told that it is under way already, and nothing changes.
        await run('running');
        await api.reviews.renew({ id }).finally(() => run('ready'));
      }, marks),
    ),
  },
  figures: {
    list: onBook((api, { revisionId: id }) => api.figures.list({ id }), readsText),
    facets: onBook((api, { revisionId: id }) => api.figures.facets({ id }), readsText),
    groups: onBook((api, { revisionId: id }) => api.figures.groups({ id }), readsText),
    group: onBook(
      (api, { revisionId: id }) => api.figures.group({ id, subject: '', indicator: '人口', unit: '人' }),
      readsText,
    ),
    verdicts: onBook((api, { workId }) => api.figures.verdicts({ workId }), readsWork),
    mark: onBook(
      (api, { revisionId: id }) => api.figures.mark({ id, figures: [NO_FIGURE, NO_FIGURE], verdict: 'same' }),
      marks,
    ),
    unmark: onBook((api, { workId }) => api.figures.unmark({ workId, verdictId: randomUUID() }), marks),
  },
  audit: {
    list: plain(
      (api) => api.audit.list({}),
      (person) => held(person, ADMIN).length > 0,
    ),
    verify: plain(
      (api) => api.audit.verify(),
      (person) => held(person, ADMIN).length > 0,
    ),
  },
  submissions: {
    list: plain((api) => api.submissions.list({ box: 'received' })),
    addressees: onBook((api, { revisionId }) => api.submissions.addressees({ revisionId }), sends),
    send: alone(
      onBook(
        async (api, { revisionId, place }, { db }) => {
          const { id } = await api.submissions.send({
            revisionId,
            officeId: officeOf(officeOf(place).parent ?? place).id,
          });
          await db.deleteFrom('submission').where('id', '=', id).execute();
        },
        // The office at the root has nobody above it to send to.
        (person, book) => sends(person, book) && (book.sent?.how === 'open' || officeOf(book.place).parent !== null),
      ),
    ),
    withdraw: onBook(
      (api, book) => (isEnded(book) ? api.submissions.withdraw({ id: book.sent.id }) : gone()),
      (person, book) => isEnded(book) && sends(person, book),
    ),
    giveBack: onBook(
      (api, book) => (isEnded(book) ? api.submissions.giveBack({ id: book.sent.id }) : gone()),
      (person, book) => isEnded(book) && office(person, EDITORS, book.sent.to),
    ),
  },
  contributions: {
    list: onBook(
      (api, { workId }) => api.contributions.list({ workId }),
      (person, { place }) => below(person, ALL, place),
    ),
    create: onBook((api, { workId }) => api.contributions.create({ workId, name: '甲局' }), contributes),
    remove: alone(
      onBook(async (api, { workId, contributorId: id }, { db }) => {
        await api.contributions.remove({ workId, id });
        await db.insertInto('contributor').values({ id, work_id: workId, name: '甲局', position: 1 }).execute();
      }, contributes),
    ),
    assign: onBook(
      (api, { workId }) => api.contributions.assign({ workId, place: '概况', contributorId: null }),
      contributes,
    ),
  },
  letters: {
    list: plain((api) => api.letters.list({})),
    get: onBook(
      (api, { letter: { id } }) => api.letters.get({ id }),
      (person, book) => letterOf(person, ALL, book),
    ),
    draft: onBook(
      (api, { revisionId }) => api.letters.draft({ revisionId, kind: 'slip' }),
      (person, { place, sent }) => office(person, HANDS, sent?.how === 'open' ? sent.to : place),
    ),
    update: onBook((api, { letter: { id } }) => api.letters.update({ id, version: STALE }), drafts),
    updateLine: onBook(
      (api, { letter: { id, lineId } }) => api.letters.updateLine({ id, lineId, version: STALE, wording: '改' }),
      drafts,
    ),
    discard: onBook((api, { letter: { id } }) => api.letters.discard({ id, version: STALE }), drafts),
    sign: onBook((api, { letter: { id } }) => api.letters.sign({ id, version: STALE }), signs),
    withdraw: onBook((api, { letter: { id } }) => api.letters.withdraw({ id, version: STALE }), signs),
    answer: onBook(
      (api, { letter: { id, lineId } }) => api.letters.answer({ id, lineId, version: STALE, answer: 'done' }),
      answers,
    ),
    complete: onBook((api, { letter: { id } }) => api.letters.complete({ id, version: STALE }), answers),
  },
  tasks: {
    list: plain((api) => api.tasks.list({})),
    get: onBook(
      (api, { task: { id } }) => api.tasks.get({ id }),
      (person, book) => taskOf(person, ALL, 'does', book) || taskOf(person, ALL, 'gave', book),
    ),
    holders: onBook((api, { task: { id } }) => api.tasks.holders({ id }), does),
    assign: onBook((api, { task: { id } }) => api.tasks.assign({ id, version: STALE, ownerPostId: null }), does),
    postpone: onBook(
      (api, { task: { id } }) => api.tasks.postpone({ id, version: STALE, dueOn: '2099-01-01', note: '缓' }),
      gave,
    ),
    addEvidence: onBook((api, { task: { id } }) => api.tasks.addEvidence({ id, version: STALE, note: '已改' }), does),
    close: onBook((api, { task: { id } }) => api.tasks.close({ id, version: STALE }), gave),
    reopen: onBook((api, { task: { id } }) => api.tasks.reopen({ id, version: STALE, note: '缺' }), gave),
    remind: onBook((api, { task: { id } }) => api.tasks.remind({ id, version: STALE }), gave),
    calendar: plain((api) => api.tasks.calendar({ year: 2030 })),
    setCalendarDay: plain(
      (api) => api.tasks.setCalendarDay({ day: '2030-01-01', off: null }),
      (person) => held(person, ADMIN).some(({ place }) => officeOf(place).parent === null),
    ),
  },
  checks: {
    get: onBook((api, { revisionId: id }) => api.checks.get({ id }), readsText),
    lines: onBook((api, { revisionId: id }) => api.checks.lines({ id, from: 0 }), readsText),
    rows: onBook((api, { revisionId: id }) => api.checks.rows({ id, from: 0 }), readsText),
    overrule: onBook(
      (api, { revisionId: id }) => api.checks.overrule({ id, number: 1, version: STALE, verdict: 'done' }),
      (person, book) => reading(person, HANDS, book) && office(person, HANDS, book.opinion.by),
    ),
    run: onBook(
      (api, { revisionId: id }) => api.checks.run({ id }),
      (person, book) => reading(person, HANDS, book),
    ),
  },
  dispatches: {
    list: plain((api) => api.dispatches.list({ box: 'below' })),
    get: onBook((api, { dispatch: { id } }) => api.dispatches.get({ id }), seesCopy),
    targets: plain((api) => api.dispatches.targets()),
    // Whoever may is told that nobody can have approved it yet.
    send: onBook(
      (api, { dispatch: { seriesId } }) =>
        api.dispatches.send({ ...COPY, seriesId, approvedBy: '甲', approvedOn: '2999-01-01' }),
      (person, { dispatch: { to } }) =>
        held(person, REPORTERS).some(({ place }) => officeOf(place) !== to && isWithin(officeOf(place), to)),
    ),
    withdraw: onBook(
      (api, { dispatch: { id } }) => api.dispatches.withdraw({ id, version: STALE }),
      (person, { place }) => office(person, REPORTERS, place),
    ),
    take: onBook(
      (api, { dispatch: { id } }) => api.dispatches.take({ id, version: STALE, issueId: id, column: null }),
      decidesCopy,
    ),
    decline: onBook(
      (api, { dispatch: { id } }) => api.dispatches.decline({ id, version: STALE, reason: '甲' }),
      decidesCopy,
    ),
    putBack: onBook((api, { dispatch: { id } }) => api.dispatches.putBack({ id, version: STALE }), decidesCopy),
    listCalls: plain((api) => api.dispatches.listCalls({})),
    call: onBook(
      (api, { dispatch: { seriesId } }) =>
        api.dispatches.call({ seriesId, topic: '甲', note: '', column: null, dueOn: '2020-01-01' }),
      decidesCopy,
    ),
    endCall: onBook((api, { dispatch: { callId } }) => api.dispatches.endCall({ id: callId }), decidesCopy),
    taken: onBook(
      (api, { dispatch: { seriesId } }) => api.dispatches.taken({ seriesId, month: '2026-01' }),
      countsCopy,
    ),
  },
  bulletins: {
    listSeries: plain((api) => api.bulletins.listSeries()),
    createSeries: onPlace(
      async (api, { id: organisationId }, { db }) => {
        const made = await api.bulletins.createSeries({ ...SERIES, ...LISTS, organisationId, kind: 'work' });
        await db.deleteFrom('bulletin_series').where('id', '=', made.id).execute();
      },
      (person, place) => treeOf(place.kind) === 'office' && office(person, ['administrator', 'bulletinEditor'], place),
    ),
    updateSeries: onBook(
      (api, { bulletin: { seriesId: id } }) => api.bulletins.updateSeries({ ...SERIES, id, version: STALE }),
      ofBulletin(['administrator', 'bulletinEditor']),
    ),
    listRecipients: onBook(
      (api, { bulletin }) => api.bulletins.listRecipients({ id: bulletin.seriesId }),
      ofBulletin(ROLES),
    ),
    setRecipients: onBook(
      (api, { bulletin: { seriesId: id } }) =>
        api.bulletins.setRecipients({ id, validFrom: '2020-01-01', ...LISTS.recipients }),
      ofBulletin(['administrator', 'bulletinEditor']),
    ),
    numbering: onBook((api, { bulletin }) => api.bulletins.numbering({ id: bulletin.seriesId }), ofBulletin(ROLES)),
    list: plain((api) => api.bulletins.list({})),
    get: onBook((api, { bulletin }) => api.bulletins.get({ id: bulletin.signedId }), readsBulletin),
    create: onBook(async (api, { bulletin: { seriesId } }, { db }) => {
      const made = await api.bulletins.create({ seriesId, issuedOn: null });
      await db.deleteFrom('bulletin_issue').where('id', '=', made.id).execute();
    }, ofBulletin(BULLETIN_EDITORS)),
    update: onDraft((api, id) => api.bulletins.update({ ...TAIL, ...LISTS, id, version: STALE }), BULLETIN_EDITORS),
    discard: onDraft((api, id) => api.bulletins.discard({ id, version: STALE }), BULLETIN_EDITORS),
    addItem: onDraft((api, id) => api.bulletins.addItem({ ...ITEM, id, version: STALE }), BULLETIN_EDITORS),
    editItem: onBook(
      (api, { bulletin: { draftItemId: id } }) => api.bulletins.editItem({ ...ITEM, id, version: STALE }),
      ofBulletin(BULLETIN_EDITORS),
    ),
    removeItem: onBook(
      (api, { bulletin: { draftItemId: id } }) => api.bulletins.removeItem({ id, version: STALE }),
      ofBulletin(BULLETIN_EDITORS),
    ),
    orderItems: onDraft((api, id) => api.bulletins.orderItems({ id, version: STALE, items: [] }), BULLETIN_EDITORS),
    submit: onDraft((api, id) => api.bulletins.submit({ id, version: STALE }), BULLETIN_EDITORS),
    check: onDraft((api, id) => api.bulletins.check({ id, version: STALE }), ['bulletinChecker']),
    giveBack: onDraft(
      (api, id) => api.bulletins.giveBack({ id, version: STALE, reason: '甲' }),
      ['bulletinChecker', 'signer'],
    ),
    reviewSecrecy: onDraft(
      (api, id) => api.bulletins.reviewSecrecy({ id, version: STALE, outcome: 'cleared' }),
      ['secrecyOfficer'],
    ),
    sign: onDraft((api, id) => api.bulletins.sign({ id, version: STALE }), ['signer']),
    publish: onDraft((api, id) => api.bulletins.publish({ id, version: STALE }), ['bulletinEditor', 'signer']),
    unpublish: onDraft((api, id) => api.bulletins.unpublish({ id, version: STALE }), ['bulletinEditor', 'signer']),
    search: plain((api) => api.bulletins.search({ words: '甲乙' })),
    cite: onBook((api, { bulletin }) => api.bulletins.cite({ id: bulletin.signedItemId }), readsBulletin),
    listFacts: plain((api) => api.bulletins.listFacts({})),
    settleFact: onBook(
      (api, { bulletin }) => api.bulletins.settleFact({ id: bulletin.factId, version: STALE, state: 'confirmed' }),
      ofBulletin(BULLETIN_EDITORS),
    ),
    listBackIssues: onBook(
      (api, { bulletin }) => api.bulletins.listBackIssues({ id: bulletin.seriesId }),
      ofBulletin(BULLETIN_EDITORS),
    ),
    getBackIssue: onBook(
      (api, { bulletin }) => api.bulletins.getBackIssue({ id: bulletin.fileId }),
      ofBulletin(BULLETIN_EDITORS),
    ),
    // It was kept before: whoever may is told so.
    keepBackIssue: onBook(async (api, { bulletin: { fileId: id } }) => {
      const read = { ...TAIL, ...LISTS, year: 2026, number: 2, total: 2, series: null, issuer: null, printedOn: null };
      await api.bulletins.keepBackIssue({ id, read: { ...read, items: [ITEM] } });
    }, ofBulletin(BULLETIN_EDITORS)),
    dropBackIssue: onBook(
      (api, { bulletin }) => api.bulletins.dropBackIssue({ id: bulletin.fileId }),
      ofBulletin(BULLETIN_EDITORS),
    ),
  },
  study: {
    list: plain((api) => api.study.list({})),
    get: onBook((api, { sessionId }) => api.study.get({ id: sessionId }), readsSession),
    record: onPlace(
      (api, { id }) => api.study.record({ ...SESSION, organisationId: id }),
      (person, place) => office(person, ['bulletinEditor'], place),
    ),
    update: onBook((api, { sessionId: id }) => api.study.update({ ...SESSION, id, version: STALE }), recordsSession),
    remove: onBook((api, { sessionId: id }) => api.study.remove({ id, version: STALE }), recordsSession),
    preview: onBook((api, { sessionId: id }) => api.study.preview({ id }), readsSession),
    draft: onBook((api, { sessionId: id }) => api.study.draft({ id, version: STALE, issueId: id }), recordsSession),
  },
};

/** Of the office that issues it. */
export function ofBulletin(roles: Roles) {
  return (person: Person, { bulletin: { by } }: Book): boolean => office(person, roles, by);
}
function onDraft(ask: (api: Api, id: string) => Promise<unknown>, roles: Roles): Try<'book'> {
  return onBook((api, { bulletin }) => ask(api, bulletin.draftId), ofBulletin(roles));
}
/** What was signed is read where it was issued, and by the offices below to which it is sent down. */
export function readsBulletin(person: Person, { bulletin: { by, circulated } }: Book): boolean {
  const isBelow = ({ place }: Post) => {
    const own = officeOf(place);
    return own !== by && own.kind !== 'partner' && isWithin(own, by);
  };
  return office(person, ROLES, by) || (circulated && held(person, ROLES).some(isBelow));
}

/** Offices and units are no secret; Party organisations and partners are seen from their own office and from above. */
function isSeen(person: Person, place: Place): boolean {
  const posts = person.posts.filter(({ days }) => days === 'held');
  if (posts.some((post) => isWithin(place, officeOf(post.place)))) return true;
  const isOpen = place.kind !== 'partyOrganisation' && place.kind !== 'partner';
  return isOpen && (posts.length === 0 || posts.some((post) => post.place.kind !== 'partner'));
}

function readsText(person: Person, book: Book): boolean {
  return reading(person, ALL, book);
}
/** Settings and what was judged belong to the text, and to the office that works on it. */
function readsWork(person: Person, { place }: Book): boolean {
  return office(person, ALL, place);
}
function configures(person: Person, { place }: Book): boolean {
  return office(person, EDITORS, place);
}
function marks(person: Person, { place }: Book): boolean {
  return office(person, HANDS, place);
}
/** Of several offices the one that has the text decides; the others are told where it is, if they may decide at all. */
function decides(person: Person, book: Book): boolean {
  return reading(person, HANDS, book);
}
/** An opinion is the business of the office that raised it, while it has the text. */
function decidesOpinion(person: Person, book: Book): boolean {
  return decides(person, book);
}
function sends(person: Person, { place }: Book): boolean {
  return office(person, KEEPERS, place);
}
function contributes(person: Person, { place }: Book): boolean {
  return office(person, EDITORS, place);
}
function drafts(person: Person, { letter }: Book): boolean {
  return office(person, HANDS, letter.by);
}
function signs(person: Person, { letter }: Book): boolean {
  return office(person, LEAD, letter.by);
}
function answers(person: Person, book: Book): boolean {
  return letterOf(person, ALL, book) && office(person, HANDS, book.place);
}
function does(person: Person, book: Book): boolean {
  return taskOf(person, HANDS, 'does', book);
}
function gave(person: Person, book: Book): boolean {
  return taskOf(person, HANDS, 'gave', book);
}
function isEnded(book: Book): book is Book & { sent: NonNullable<Book['sent']> } {
  return book.sent !== null && book.sent.how !== 'open';
}
/** Copy is seen where it was sent from, above that, and where it was sent to. */
export function seesCopy(person: Person, { dispatch, place }: Book): boolean {
  return below(person, COPY_READERS, officeOf(place)) || office(person, COPY_READERS, dispatch.to);
}
function decidesCopy(person: Person, { dispatch }: Book): boolean {
  return office(person, ['bulletinEditor'], dispatch.to);
}
/** The office that issues, those above it, and each below it its own line. */
export function countsCopy(person: Person, { dispatch: { to } }: Book): boolean {
  return (
    below(person, COPY_READERS, to) || held(person, COPY_READERS).some((post) => isWithin(officeOf(post.place), to))
  );
}
function readsSession(person: Person, { place }: Book): boolean {
  return office(person, ['bulletinEditor', 'bulletinChecker', 'signer', 'secrecyOfficer'], place);
}
function recordsSession(person: Person, { place }: Book): boolean {
  return office(person, ['bulletinEditor'], place);
}
const gone = () => Promise.reject(Object.assign(new Error('no submission'), { code: 'NOT_FOUND' }));
