import type { Family, Severity } from './finding.ts';
import { ALL_RULES, type RuleId } from './rules/index.ts';

/** A rule as it is listed (规则表). */
export interface RuleInfo {
  readonly id: RuleId;
  readonly family: Family;
  readonly severity: Severity;
  readonly norm: string;
  readonly clause: string;
  readonly title: string;
  readonly summary: string;
}

/** All rules for listing, in order of id. */
export const RULES: readonly RuleInfo[] = ALL_RULES.map(
  ({ id, family, severity, norm, clause, title, summary }): RuleInfo => ({
    id,
    family,
    severity,
    norm,
    clause,
    title,
    summary,
  }),
).sort((a, b) => (a.id < b.id ? -1 : 1));
