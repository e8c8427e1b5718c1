/** A norm (规范): title without brackets, number where it has one, clauses by their printed number with a short title each. */
export interface Norm {
  readonly id: string;
  readonly title: string;
  /** `GB/T 15834—2011`; absent where the norm is cited by title. */
  readonly number?: string;
  /** Clause number → what the clause asks, in a few words; `pending` where the text is not held, `convention` where there is none. */
  readonly clauses: Readonly<Record<string, string>>;
}

/** Declares a norm with its clause numbers kept as literal types, so that a rule citing a clause not held does not compile. */
export function defineNorm<const N extends Norm>(norm: N): N {
  return norm;
}
