import { randomUUID } from 'node:crypto';

import { treeOf } from '@xiuzhi/domain';

import { BULLETIN_OPERATIONS } from './every-bulletin-operation.ts';
import type { Book } from './add-book.ts';
import { isWithin, officeOf, type Place } from './place.ts';
import type { Person } from './random-province.ts';
import {
  alone,
  below,
  held,
  office,
  onBook,
  onPerson,
  onPlace,
  onPost,
  own,
  plain,
  STALE,
  unit,
  type Roles,
  type Table,
} from './try-operation.ts';

/** Roles, as the operations name them. */
export const ADMIN: Roles = ['administrator'];
const LEAD: Roles = ['reviewLead'];
const HANDS: Roles = ['reviewLead', 'reviewer'];
const KEEPERS: Roles = ['administrator', 'reviewLead'];
/** Roles, as the operations name them. */
export const EDITORS: Roles = ['administrator', 'reviewLead', 'reviewer'];
/** Roles, as the operations name them. */
export const ALL: Roles = ['administrator', 'reviewLead', 'reviewer', 'reader'];

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
  ...BULLETIN_OPERATIONS,
};

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
const gone = () => Promise.reject(Object.assign(new Error('no submission'), { code: 'NOT_FOUND' }));
