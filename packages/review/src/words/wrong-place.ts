/** Where something was found, and what it should be (误写之处). */
export interface WrongPlace {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  /** What it is: `idiom`, `variant`, `term` …; each rule takes its own. */
  readonly kind: string;
}
