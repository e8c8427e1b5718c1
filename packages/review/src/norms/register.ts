import type { Norm } from './define-norm.ts';
import { errorCriteria } from './error-criteria-2005.ts';
import { gazetteerConvention } from './gazetteer-convention.ts';
import { gazetteerQuality } from './gazetteer-quality-2008.ts';
import { gbt15834 } from './gbt15834-2011.ts';
import { gbt15835 } from './gbt15835-2011.ts';
import { mapRegulation } from './map-regulation-2015.ts';
import { newsWording } from './news-wording-2016.ts';
import { personalInformationLaw } from './personal-information-law-2021.ts';
import { placeNameRegulation } from './place-name-regulation-2022.ts';
import { stateSecretsLaw } from './state-secrets-law-2024.ts';
import { taiwanWording } from './taiwan-wording-2016.ts';

const register = {
  'gbt15834-2011': gbt15834,
  'gbt15835-2011': gbt15835,
  'error-criteria-2005': errorCriteria,
  'gazetteer-quality-2008': gazetteerQuality,
  'map-regulation-2015': mapRegulation,
  'place-name-regulation-2022': placeNameRegulation,
  'personal-information-law-2021': personalInformationLaw,
  'state-secrets-law-2024': stateSecretsLaw,
  'taiwan-wording-2016': taiwanWording,
  'news-wording-2016': newsWording,
  'gazetteer-convention': gazetteerConvention,
} as const;

/** Register of norms (规范登记): what a rule may cite; a clause that is not in it does not compile. */
export const NORMS: Readonly<Record<NormId, Norm>> = register;

/** Id of a norm in the register. */
export type NormId = keyof typeof register;

/** Clause numbers held of one norm. */
export type ClauseOf<N extends NormId> = Extract<keyof (typeof register)[N]['clauses'], string>;

/** A norm together with one of its own clauses (引用条款). */
export type Citation = { [N in NormId]: { readonly norm: N; readonly clause: ClauseOf<N> } }[NormId];

/** How a citation is printed: `GB/T 15835—2011 5.1.3`, `《地方志书质量规定》（待录入）`; unknown ids are printed as they are. */
export function describeClause(norm: string, clause: string): string {
  const held = Object.entries(NORMS).find(([id]) => id === norm)?.[1];
  if (held === undefined) return `${norm} ${clause}`;
  if (clause === 'pending' || clause === 'convention') return `《${held.title}》（${held.clauses[clause] ?? clause}）`;
  return held.number === undefined ? `《${held.title}》第${clause}条` : `${held.number} ${clause}`;
}
