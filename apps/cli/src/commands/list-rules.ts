import { describeClause, FAMILY_NAMES, RULES, SEVERITY_NAMES } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { layColumns } from '../lay-columns.ts';
import { parseOptions } from '../parse-options.ts';

/** `xiuzhi rules` (规则表): every rule with its basis. */
export const listRules: Command = {
  help: `列出全部审校规则：编号、类别、级别、名称、依据。

用法：xiuzhi rules [选项]

  --format pretty|json    输出形式：对齐的清单（默认）、数据
  --help                  显示本说明
`,

  async run(words) {
    const { operands, options } = parseOptions('rules', words, { format: ['pretty', 'json'] });
    if (operands.length > 0) throw new CommandRefusal('命令 rules 后面不带文件，用法见 xiuzhi rules --help。');
    const rules = RULES.map((rule) => ({ ...rule, basis: describeClause(rule.norm, rule.clause) }));
    process.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify({ rules })}\n`
        : `${layColumns(
            rules.map(({ id, family, severity, title, basis }) => [
              id,
              FAMILY_NAMES[family],
              SEVERITY_NAMES[severity],
              title,
              basis,
            ]),
          )}\n`,
    );
    return EXIT.clean;
  },
};
