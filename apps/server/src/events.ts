import type { Finding, LedgerEntry, Volume } from '@xiuzhi/review';

import type { Tx } from './db/open-database.ts';

/** What features tell each other, in the transaction of the change itself: rows and subscribers commit together. */
export interface Events {
  /** A revision has been read and reviewed; its blocks are saved. */
  'revision-read': {
    readonly revisionId: string;
    readonly volume: Volume;
    readonly preset: string;
    readonly engine: string;
    readonly milliseconds: number;
    readonly findings: readonly Finding[];
    readonly ledger: readonly LedgerEntry[];
  };
  /** A revision has been reviewed again, and its findings have new numbers. */
  'review-renewed': {
    readonly revisionId: string;
    readonly volume: Volume;
    readonly ledger: readonly LedgerEntry[];
    /** [number before, number now] of the findings that stayed. */
    readonly renumbered: readonly (readonly [number, number])[];
  };
  /** A new revision has been compared with the last: which of its findings stood there already. */
  'check-made': {
    readonly revisionId: string;
    readonly againstId: string;
    /** [seq in the new revision, seq in the old]. */
    readonly carried: readonly (readonly [number, number])[];
  };
  /** A revision has been sent up: from now on `officeId` reads and decides its findings. */
  'submission-sent': { readonly submissionId: string; readonly revisionId: string; readonly officeId: string };
  /** A submission has ended: the revision went back to the office that works on the text. */
  'submission-ended': { readonly submissionId: string; readonly revisionId: string };
  /** A letter or slip has been signed: one task for whoever is to answer it. */
  'letter-signed': {
    readonly letterId: string;
    readonly kind: 'opinions' | 'slip';
    readonly title: string;
    readonly workId: string;
    readonly revisionId: string;
    /** Issuing office. */
    readonly officeId: string;
    /** The office that works on the text. */
    readonly reviewedId: string;
    /** The contributing unit of a slip; null where the reviewed office itself answers. */
    readonly addressee: string | null;
    /** ISO day. */
    readonly dueOn: string;
    readonly by: Actor;
  };
  /** An organisation was merged into another: what belonged to it belongs to that one from `on` (ISO day). */
  'organisation-merged': { readonly fromId: string; readonly intoId: string; readonly on: string };
  /** Another post takes over what was to be done on one that has ended or is about to. */
  'post-handed-over': { readonly fromPostId: string; readonly toPostId: string };
  'letter-withdrawn': { readonly letterId: string; readonly by: Actor };
  /** All lines of a letter are answered, by declaration on screen or by a Word file that left none open. */
  'letter-answered': { readonly letterId: string; readonly replyId: string | null; readonly by: Actor | null };
  /** Copy that was sent in goes into an issue that is being drafted. */
  'dispatch-taken': {
    readonly dispatchId: string;
    readonly issueId: string;
    readonly seriesId: string;
    readonly column: string | null;
    readonly title: string;
    /** Paragraphs, one a line. */
    readonly body: string;
    readonly source: string;
    readonly by: Actor;
  };
  /** Copy that was taken is open again: what stands of it in a draft is taken out. */
  'dispatch-put-back': { readonly dispatchId: string; readonly by: Actor };
  /** A session was made an item of an issue that is being drafted. */
  'session-drafted': {
    readonly sessionId: string;
    readonly issueId: string;
    readonly title: string;
    readonly body: string;
    readonly by: Actor;
  };
  /** An item was taken out of a draft, or went with it: what it was made from is open again. */
  'item-removed': {
    readonly dispatchId: string | null;
    readonly sessionId: string | null;
    readonly issueId: string;
    readonly by: Actor;
  };
  /** An answer of a letter that was answered has been taken back. */
  'letter-reopened': { readonly letterId: string; readonly by: Actor };
}

/** Who did what is told, for the rows of those who listen. */
export interface Actor {
  readonly personId: string;
  readonly officePath: string;
}

/** A subscriber may raise what follows from the event. */
type Subscriber<E> = (tx: Tx, event: E, publish: Publish) => Promise<void>;

/** The subscribers of every event; `app.ts` is the one page that lists them. */
export type Subscribers = { readonly [K in keyof Events]: readonly Subscriber<Events[K]>[] };

/** Publishes (发布) an event to its subscribers, one after another, inside `tx`. */
export type Publish = <K extends keyof Events>(tx: Tx, name: K, event: Events[K]) => Promise<void>;

/** Makes the publisher of a table of subscribers. */
export function publisherOf(subscribers: Subscribers): Publish {
  const publish: Publish = async (tx, name, event) => {
    for (const subscriber of subscribers[name]) await subscriber(tx, event, publish);
  };
  return publish;
}
