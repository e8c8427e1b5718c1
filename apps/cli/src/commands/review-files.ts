import { PRESETS, review, SEVERITIES, type Preset, type Severity } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { describeFailure } from '../describe-failure.ts';
import { parseOptions } from '../parse-options.ts';
import { printJson } from '../print-json.ts';
import { printPretty } from '../print-pretty.ts';
import { readInput } from '../read-input.ts';
import type { Reviewed } from '../reviewed.ts';

const SHAPES = {
  format: ['pretty', 'json'],
  preset: PRESETS,
  'fail-on': SEVERITIES,
  output: 'text',
} as const;

/** `xiuzhi review` (审校): reads files, reviews them and prints what was found. */
export const reviewFiles: Command = {
  help: `审校文件，列出疑点。

用法：xiuzhi review 文件… [选项]

  文件                    .docx、.md 或 .txt；“-”表示从标准输入读入文字
  --format pretty|json    输出形式：清单（默认）、数据
  --preset yearbook|gazetteer|bulletin
                          按年鉴（默认）、志书或简报的规则审校
  --fail-on error|warning|query|info
                          有这一级别（应改、建议、存疑、提示）或更高级别的疑点时退出码为 1，默认 error
  --help                  显示本说明

行、列从 1 起，按逻辑文本计（折行已接、一段一行，可用 xiuzhi text 查看）；列按 UTF-16 编码单元计。
退出码：0 没有达到 --fail-on 级别的疑点，1 有，2 有文件未能审校。
`,

  async run(words) {
    const { operands, options } = parseOptions('review', words, SHAPES);
    if (operands.length === 0) throw new CommandRefusal('没有给出要审校的文件，用法见 xiuzhi review --help。');
    if (operands.filter((path) => path === '-').length > 1) throw new CommandRefusal('标准输入“-”只能给一次。');
    const { format = 'pretty', preset = 'yearbook' } = options;

    const started = performance.now();
    const { files, failures } = await reviewAll(operands, preset);
    const ms = Math.round(performance.now() - started);
    for (const failure of failures) process.stderr.write(`${failure}\n`);
    if (format === 'json') process.stdout.write(printJson(files, ms));
    else if (files.length > 0)
      process.stdout.write(printPretty(files, ms, process.stdout.isTTY && !process.env.NO_COLOR));
    if (failures.length > 0) return EXIT.failed;
    return files.some(({ findings }) => reaches(findings, options['fail-on'] ?? 'error')) ? EXIT.found : EXIT.clean;
  },
};

/** Files that cannot be read do not keep the others from being reviewed. */
async function reviewAll(paths: readonly string[], preset: Preset): Promise<{ files: Reviewed[]; failures: string[] }> {
  const files: Reviewed[] = [];
  const failures: string[] = [];
  for (const path of paths) {
    try {
      const input = await readInput(path);
      files.push({ input, findings: review(input.manuscript.volume, { preset }) });
    } catch (error) {
      failures.push(describeFailure(error));
    }
  }
  return { files, failures };
}

function reaches(findings: Reviewed['findings'], threshold: Severity): boolean {
  const least = SEVERITIES.indexOf(threshold);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
