/** A check of the field (检查项): what is asked, and for what a program cannot decide the reason why a person must. */
export interface Check {
  /** What is asked, in a few words. */
  readonly title: string;
  /** Why a person decides (人工): absent where a rule does; beside a rule, what the rule leaves to a person. */
  readonly manual?: string;
}

/** Declares checks with their ids kept as literal types, so that a rule naming one that is not listed does not compile. */
export function defineChecks<const C extends Readonly<Record<string, Check>>>(checks: C): C {
  return checks;
}
