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

/** Chinese names of the families (规则类). */
export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  punctuation: '标点',
  numerals: '数字用法',
  units: '计量单位',
  time: '时间表述',
  person: '人称',
  style: '文风',
  terms: '固定提法',
  names: '名称',
  figures: '数据核算',
  dates: '纪年日期',
  structure: '篇目结构',
  duplicates: '重复',
  typos: '错别字',
  political: '涉政表述',
  secrecy: '保密',
};

/** Chinese names of the severities (级别). */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '应改',
  warning: '建议',
  query: '存疑',
  info: '提示',
};
