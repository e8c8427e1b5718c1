import type { Finding, Volume } from '@xiuzhi/review';

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
  };
}

type Subscriber<E> = (tx: Tx, event: E) => Promise<void>;

/** The subscribers of every event; `app.ts` is the one page that lists them. */
export type Subscribers = { readonly [K in keyof Events]: readonly Subscriber<Events[K]>[] };

/** Publishes (发布) an event to its subscribers, one after another, inside `tx`. */
export type Publish = <K extends keyof Events>(tx: Tx, name: K, event: Events[K]) => Promise<void>;

/** Makes the publisher of a table of subscribers. */
export function publisherOf(subscribers: Subscribers): Publish {
  return async (tx, name, event) => {
    for (const subscriber of subscribers[name]) await subscriber(tx, event);
  };
}
