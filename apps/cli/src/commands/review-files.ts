import path from 'node:path';

import { PRESETS, review, SEVERITIES, type Preset, type Severity } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { describeFailure } from '../describe-failure.ts';
import { parseOptions } from '../parse-options.ts';
import { printJson } from '../print-json.ts';
import { printPlaces, printPretty, summarise } from '../print-pretty.ts';
import { readInput } from '../read-input.ts';
import type { Reviewed } from '../reviewed.ts';

const SHAPES = {
  format: ['pretty', 'json', 'docx'],
  preset: PRESETS,
  'fail-on': SEVERITIES,
  output: 'text',
} as const;

/** `xiuzhi review` (审校): reads files, reviews them and prints or writes what was found. */
export const reviewFiles: Command = {
  help: `审校文件，列出疑点。

用法：xiuzhi review 文件… [选项]

  文件                    .docx、.pdf、.md 或 .txt；“-”表示从标准输入读入文字
  --format pretty|json|docx
                          输出形式：清单（默认）、数据、带批注的 Word 文档
  --output 文件           Word 文档写到哪里；不给则写在原文件旁，名为“原名.审校.docx”
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
    const { format = 'pretty', preset = 'yearbook', output } = options;
    if (operands.length === 0) throw new CommandRefusal('没有给出要审校的文件，用法见 xiuzhi review --help。');
    if (operands.filter((file) => file === '-').length > 1) throw new CommandRefusal('标准输入“-”只能给一次。');
    const outputs = format === 'docx' ? nameOutputs(operands, output) : [];
    if (format !== 'docx' && output !== undefined)
      throw new CommandRefusal('选项“--output”只与“--format docx”同用；其他形式请用“>”转存。');

    const started = performance.now();
    const { files, failures } = await reviewAll(operands, preset);
    const ms = Math.round(performance.now() - started);
    if (format === 'json') process.stdout.write(printJson(files, ms));
    else if (format === 'docx') failures.push(...(await writeAll(files, operands, outputs, ms)));
    else if (files.length > 0)
      process.stdout.write(printPretty(files, ms, process.stdout.isTTY && !process.env.NO_COLOR));
    for (const failure of failures) process.stderr.write(`${failure}\n`);
    if (failures.length > 0) return EXIT.failed;
    return files.some(({ findings }) => reaches(findings, options['fail-on'] ?? 'error')) ? EXIT.found : EXIT.clean;
  },
};

/** Where each Word file goes; never onto a file that is read. */
function nameOutputs(files: readonly string[], output: string | undefined): string[] {
  if (output !== undefined && files.length > 1)
    throw new CommandRefusal('有几个文件时不能用“--output”，Word 文档会各自写在原文件旁。');
  if (output === undefined && files.includes('-'))
    throw new CommandRefusal('从标准输入读入时，请用“--output”指明 Word 文档写到哪里。');
  const outputs = files.map((file) => output ?? `${file.replace(/\.docx$/i, '')}.审校.docx`);
  const inputs = new Set(files.map((file) => path.resolve(file)));
  for (const file of outputs)
    if (inputs.has(path.resolve(file))) throw new CommandRefusal(`${file}：不能写在要审校的文件上，请另取文件名。`);
  return outputs;
}

/** Files that cannot be read do not keep the others from being reviewed. */
async function reviewAll(paths: readonly string[], preset: Preset): Promise<{ files: Reviewed[]; failures: string[] }> {
  const files: Reviewed[] = [];
  const failures: string[] = [];
  for (const file of paths) {
    try {
      const input = await readInput(file);
      files.push({ input, findings: review(input.manuscript.volume, { preset }) });
    } catch (error) {
      failures.push(describeFailure(error));
    }
  }
  return { files, failures };
}

async function writeAll(
  files: readonly Reviewed[],
  paths: readonly string[],
  outputs: readonly string[],
  ms: number,
): Promise<string[]> {
  // Loaded here: a review on the screen does not pay for writing Word files.
  const { writeAnnotated } = await import('../write-annotated.ts');
  const failures: string[] = [];
  for (const reviewed of files) {
    try {
      const written = await writeAnnotated(reviewed, outputs[paths.indexOf(reviewed.input.path)]!);
      process.stdout.write(`${written.path}：批注 ${written.comments} 条\n`);
      if (written.unanchored.length > 0)
        process.stderr.write(
          `有 ${written.unanchored.length} 处疑点在文档中未能定位，没有批注，列出如下：\n` +
            `${printPlaces({ ...reviewed, findings: written.unanchored }).join('\n')}\n`,
        );
    } catch (error) {
      failures.push(describeFailure(error));
    }
  }
  if (files.length > 0) process.stdout.write(`${summarise(files, ms)}\n`);
  return failures;
}

function reaches(findings: Reviewed['findings'], threshold: Severity): boolean {
  const least = SEVERITIES.indexOf(threshold);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
