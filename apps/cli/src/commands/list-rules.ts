import { describeClause, FAMILY_NAMES, listCoverage, RULES, SEVERITY_NAMES } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { layColumns } from '../lay-columns.ts';
import { parseOptions } from '../parse-options.ts';

/** `xiuzhi rules` (规则表): every rule with its basis, or every check with its rules. */
export const listRules: Command = {
  help: `列出全部审校规则：编号、类别、级别、名称、依据。

用法：xiuzhi rules [选项]

  --coverage              改为逐项列出志鉴规范的检查项：由哪些规则检查，或须由人工审读及其理由
  --format pretty|json    输出形式：对齐的清单（默认）、数据
  --help                  显示本说明
`,

  async run(words) {
    const { operands, options } = parseOptions('rules', words, { format: ['pretty', 'json'], coverage: 'flag' });
    if (operands.length > 0) throw new CommandRefusal('命令 rules 后面不带文件，用法见 xiuzhi rules --help。');
    const isJson = options.format === 'json';
    process.stdout.write(options.coverage ? printCoverage(isJson) : printRules(isJson));
    return EXIT.clean;
  },
};

function printRules(isJson: boolean): string {
  const rules = RULES.map((rule) => ({ ...rule, basis: describeClause(rule.norm, rule.clause) }));
  if (isJson) return `${JSON.stringify({ rules })}\n`;
  const rows = rules.map(({ id, family, severity, title, basis }) => [
    id,
    FAMILY_NAMES[family],
    SEVERITY_NAMES[severity],
    title,
    basis,
  ]);
  return `${layColumns(rows)}\n`;
}

function printCoverage(isJson: boolean): string {
  const checks = listCoverage();
  if (isJson) {
    const described = checks.map(({ check, title, rules, manual }) => ({
      check,
      title,
      rules,
      manual: manual ?? null,
    }));
    return `${JSON.stringify({ checks: described })}\n`;
  }
  const rows = checks.map(({ check, title, rules, manual }) => [
    check,
    title,
    rules.join('、') || '人工',
    ...(manual === undefined ? [] : [rules.length > 0 ? `另须人工：${manual}` : manual]),
  ]);
  const byRule = checks.filter(({ rules }) => rules.length > 0).length;
  const summary = `共 ${checks.length} 项：${byRule} 项有规则检查，${checks.length - byRule} 项由人工审读。`;
  return `${layColumns(rows)}\n${summary}\n`;
}
