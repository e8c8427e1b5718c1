import type { Hand } from './hand.ts';

/** Something that is done again and again while the drill kills, and how it is known afterwards to be whole. */
export interface Operation {
  readonly name: string;
  /** Makes what it works on. */
  readonly open: (hand: Hand) => Promise<Running>;
}

/** An operation at work on one house. */
export interface Running {
  /** Does it once; resolves when the server has acknowledged it. */
  readonly run: (hand: Hand) => Promise<void>;
  /** Compares the house with what has been acknowledged by the time `since` gives, now where absent; throws where it differs. */
  readonly check: (hand: Hand, since?: Acknowledged) => Promise<void>;
  /** How much has been acknowledged so far. */
  readonly acknowledged: () => Acknowledged;
}

/** A point in the course of an operation: how many have been acknowledged. */
export type Acknowledged = number;
