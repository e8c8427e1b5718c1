import type { DigitSlip } from './compare-digits.ts';

/** Two places that print one figure with two values (两处互异). */
export interface FigureConflict {
  /** Indexes into the ledger; the later place first. */
  readonly figure: number;
  readonly other: number;
  readonly slip: DigitSlip | undefined;
}
