import { CHECKS, type CheckId } from './norms/checks/register.ts';
import type { Rule } from './rule.ts';
import { ALL_RULES } from './rules/index.ts';

/** How one check is done: by which rules, and what is left to a person with the reason. */
export interface Coverage {
  readonly check: CheckId;
  readonly title: string;
  readonly rules: readonly string[];
  readonly manual: string | undefined;
}

/** Every check of the register with the rules that perform it (检查项对照), in order of id. */
export function listCoverage(): readonly Coverage[] {
  const rules: readonly Rule[] = ALL_RULES;
  const ids = Object.keys(CHECKS) as CheckId[];
  return ids
    .sort((a, b) => (a < b ? -1 : 1))
    .map((check) => ({
      check,
      title: CHECKS[check].title,
      rules: rules.filter(({ covers }) => covers?.includes(check) === true).map(({ id }) => id),
      manual: CHECKS[check].manual,
    }));
}

/** The coverage table as a page of Markdown. */
export function printCoverage(): string {
  const coverage = listCoverage();
  const byRule = coverage.filter(({ rules }) => rules.length > 0).length;
  const rows = coverage.map(
    ({ check, title, rules, manual }) =>
      `| ${check} | ${title} | ${rules.map((id) => `[${id}](${id}.md)`).join('、') || '—'} | ${manual ?? ''} |`,
  );
  return [
    '# 检查项对照',
    '',
    `共 ${coverage.length} 项：${byRule} 项有规则检查，其余 ${coverage.length - byRule} 项由人工审读，理由列在末栏。`,
    '',
    '| 检查项 | 内容 | 规则 | 人工（理由） |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
