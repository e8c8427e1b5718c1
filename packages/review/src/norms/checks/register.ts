import type { Check } from './define-checks.ts';
import { acrossChecks } from './across-checks.ts';
import { consistencyChecks } from './consistency-checks.ts';
import { gazetteerChecks } from './gazetteer-checks.ts';
import { namesChecks } from './names-checks.ts';
import { numeralsChecks } from './numerals-checks.ts';
import { phrasesChecks } from './phrases-checks.ts';
import { politicalChecks } from './political-checks.ts';
import { punctuationChecks } from './punctuation-checks.ts';
import { secrecyChecks } from './secrecy-checks.ts';
import { tablesChecks } from './tables-checks.ts';
import { unitsChecks } from './units-checks.ts';
import { wordingChecks } from './wording-checks.ts';
import { wordsChecks } from './words-checks.ts';
import { writingChecks } from './writing-checks.ts';
import { yearbookChecks } from './yearbook-checks.ts';

const register = {
  ...numeralsChecks,
  ...punctuationChecks,
  ...unitsChecks,
  ...wordingChecks,
  ...writingChecks,
  ...phrasesChecks,
  ...politicalChecks,
  ...namesChecks,
  ...secrecyChecks,
  ...yearbookChecks,
  ...tablesChecks,
  ...gazetteerChecks,
  ...consistencyChecks,
  ...wordsChecks,
  ...acrossChecks,
} as const;

/** Id of a check: LN-NUM-05. */
export type CheckId = Extract<keyof typeof register, string>;

/** Every check of the field (检查项登记), rule or no rule. */
export const CHECKS: Readonly<Record<CheckId, Check>> = register;
