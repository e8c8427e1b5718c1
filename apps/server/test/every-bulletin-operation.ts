import { ROLES, treeOf } from '@xiuzhi/domain';

import type { Book } from './add-book.ts';
import { isWithin, officeOf } from './place.ts';
import type { Person, Post } from './random-province.ts';
import {
  below,
  held,
  office,
  onBook,
  onPlace,
  plain,
  STALE,
  type Api,
  type Roles,
  type Table,
  type Try,
} from './try-operation.ts';

const COPY_READERS: Roles = ['administrator', 'reporter', 'bulletinEditor', 'bulletinChecker', 'signer'];
/** Who sends copy in. */
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

/** Operations of bulletins, of copy sent in and of study sessions, by whom they may be done. */
export const BULLETIN_OPERATIONS: Pick<Table, 'bulletins' | 'dispatches' | 'study'> = {
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
    endSeries: onBook(
      (api, { bulletin: { seriesId: id } }) => api.bulletins.endSeries({ id, version: STALE }),
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
    getSignOff: onBook((api, { bulletin }) => api.bulletins.getSignOff({ id: bulletin.seriesId }), ofBulletin(ROLES)),
    setSignOff: onBook(
      (api, { bulletin: { seriesId: id } }) =>
        api.bulletins.setSignOff({ id, version: STALE, checkers: [], signers: [] }),
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
    // Its issue is on the web: whoever may is told to take it down first.
    reopenBackIssue: onBook(
      (api, { bulletin }) => api.bulletins.reopenBackIssue({ id: bulletin.fileId }),
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
