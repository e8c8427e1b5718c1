import {
  ACCOUNT_FILE_ROUTES,
  BULLETIN_ROUTES,
  CHECK_ROUTES,
  DISPATCH_ROUTES,
  FIGURE_ROUTES,
  FILE_ROUTES,
  LETTER_ROUTES,
  WORD_ROUTES,
} from '@xiuzhi/contract';
import { ROLES } from '@xiuzhi/domain';

import { countsCopy, ofBulletin, readsBulletin, REPORTERS, seesCopy } from './every-bulletin-operation.ts';
import { EDITORS, ADMIN, ALL, letterOf, reading } from './every-operation.ts';
import type { Book } from './add-book.ts';
import type { Person } from './random-province.ts';
import { held, office } from './try-operation.ts';

/** A plain route (文件接口): what stands in its address, and whose business it is. */
interface FileRoute {
  readonly method: 'GET' | 'POST';
  readonly idOf: (book: Book) => string;
  readonly theirs: (person: Person, book: Book) => boolean;
}

const ofRevision = ({ revisionId }: Book) => revisionId;
const ofLetter = ({ letter }: Book) => letter.id;
const readsText = (person: Person, book: Book) => reading(person, ALL, book);
const readsLetter = (person: Person, book: Book) => letterOf(person, ALL, book);
const keepsAccounts = (person: Person) => held(person, ADMIN).length > 0;

/** Every plain route, by address; null for the one that needs no sign-in, and the one that there is nothing to try on. */
export const EVERY_FILE: Readonly<Record<string, FileRoute | null>> = {
  ...({
    upload: {
      method: 'POST',
      idOf: ({ workId }) => workId,
      theirs: (person, { place }) => office(person, EDITORS, place),
    },
    original: { method: 'GET', idOf: ofRevision, theirs: readsText },
    annotated: { method: 'GET', idOf: ofRevision, theirs: (person, book) => reading(person, EDITORS, book) },
  } satisfies Record<keyof typeof FILE_ROUTES, FileRoute>),
  ...({
    letter: { method: 'GET', idOf: ofLetter, theirs: readsLetter },
    registerDocx: { method: 'GET', idOf: ofLetter, theirs: readsLetter },
    letterPdf: { method: 'GET', idOf: ofLetter, theirs: readsLetter },
    registerPdf: { method: 'GET', idOf: ofLetter, theirs: readsLetter },
    registerXlsx: { method: 'GET', idOf: ofLetter, theirs: readsLetter },
    reply: null,
    replyFile: null,
  } satisfies Record<keyof typeof LETTER_ROUTES, FileRoute | null>),
  ...({
    docx: { method: 'GET', idOf: ofRevision, theirs: readsText },
    xlsx: { method: 'GET', idOf: ofRevision, theirs: readsText },
  } satisfies Record<keyof typeof CHECK_ROUTES, FileRoute>),
  ...({
    template: { method: 'GET', idOf: ofRevision, theirs: keepsAccounts },
    preview: { method: 'POST', idOf: ofRevision, theirs: keepsAccounts },
    commit: { method: 'POST', idOf: ofRevision, theirs: keepsAccounts },
  } satisfies Record<keyof typeof ACCOUNT_FILE_ROUTES, FileRoute>),
  ...({
    ledgerXlsx: { method: 'GET', idOf: ofRevision, theirs: readsText },
    ledgerJson: { method: 'GET', idOf: ofRevision, theirs: readsText },
  } satisfies Record<keyof typeof FIGURE_ROUTES, FileRoute>),
  ...({
    importWords: {
      method: 'POST',
      idOf: ({ workId }) => workId,
      theirs: (person, { place }) => office(person, EDITORS, place),
    },
    wordsTemplate: { method: 'GET', idOf: ofRevision, theirs: (person) => held(person, EDITORS).length > 0 },
  } satisfies Record<keyof typeof WORD_ROUTES, FileRoute>),
  ...({
    read: { method: 'POST', idOf: ofRevision, theirs: (person) => held(person, REPORTERS).length > 0 },
    sheet: { method: 'GET', idOf: ({ dispatch }) => dispatch.id, theirs: seesCopy },
    taken: { method: 'GET', idOf: ({ dispatch }) => dispatch.seriesId, theirs: countsCopy },
  } satisfies Record<keyof typeof DISPATCH_ROUTES, FileRoute>),
  ...({
    print: { method: 'GET', idOf: ({ bulletin }) => bulletin.signedId, theirs: readsBulletin },
    // Named apart from the original of a manuscript.
    bulletinOriginal: { method: 'GET', idOf: ({ bulletin }) => bulletin.signedId, theirs: ofBulletin(ROLES) },
    draft: { method: 'POST', idOf: ({ bulletin }) => bulletin.seriesId, theirs: ofBulletin(['bulletinEditor']) },
    backIssue: { method: 'POST', idOf: ({ bulletin }) => bulletin.seriesId, theirs: ofBulletin(['bulletinEditor']) },
    backIssueFile: { method: 'GET', idOf: ({ bulletin }) => bulletin.fileId, theirs: ofBulletin(['bulletinEditor']) },
    published: null,
  } satisfies Record<Exclude<keyof typeof BULLETIN_ROUTES, 'original'> | 'bulletinOriginal', FileRoute | null>),
};

/** The address of a plain route with this in its place. */
export function addressOf(name: string, id: string): string {
  const routes: Readonly<Record<string, string>> = {
    ...FILE_ROUTES,
    ...LETTER_ROUTES,
    ...CHECK_ROUTES,
    ...ACCOUNT_FILE_ROUTES,
    ...FIGURE_ROUTES,
    ...WORD_ROUTES,
    ...DISPATCH_ROUTES,
    ...BULLETIN_ROUTES,
    original: FILE_ROUTES.original,
    bulletinOriginal: BULLETIN_ROUTES.original,
    taken: `${DISPATCH_ROUTES.taken}?series={id}&month=2026-01`,
  };
  return routes[name]!.replace('{format}', 'docx').replace(/\{\w+\}/, id);
}
