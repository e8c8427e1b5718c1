import path from 'node:path';

import { PRESETS, SEVERITIES, type Severity } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { describeFailure } from '../describe-failure.ts';
import { parseOptions } from '../parse-options.ts';
import { printPlaces, printPretty, summarise } from '../print-pretty.ts';
import { readSettings } from '../read-settings.ts';
import type { ReviewJob } from '../review-file.ts';
import { reviewMany } from '../review-many.ts';
import type { ReviewedFile } from '../reviewed-file.ts';
import { showProgress } from '../show-progress.ts';

const SHAPES = {
  format: ['pretty', 'json', 'sarif', 'xlsx', 'docx'],
  preset: PRESETS,
  'fail-on': SEVERITIES,
  sort: ['place', 'severity'],
  year: 'text',
  settings: 'text',
  previous: 'text',
  output: 'text',
  fix: 'flag',
} as const;

/** `xiuzhi review` (审校): reads files, reviews them and prints or writes what was found. */
export const reviewFiles: Command = {
  help: `审校文件，列出疑点。

用法：xiuzhi review 文件… [选项]

  文件                    .docx、.pdf、.md 或 .txt；“-”表示从标准输入读入文字
  --format pretty|json|sarif|xlsx|docx
                          输出形式：清单（默认）、数据、SARIF 2.1.0、Excel 清单、带批注的 Word 文档
  --output 文件           Excel 清单或 Word 文档写到哪里；不给则 Excel 写为“疑点清单.xlsx”，
                          Word 写在原文件旁，名为“原名.审校.docx”
  --preset yearbook|gazetteer|bulletin
                          按年鉴（默认）、志书或简报的规则审校
  --year 年份             记述年份；给了才核对提法、机构名称等随年份而变的内容
  --settings 文件         审校设置（JSON）：记述年份、断限、本地名称、统一写法、词库、数据认定
  --previous 文件         上年的书，用来核对上年数、照抄段落
  --fix                   改正有把握的疑点：.txt、.md 直接改并留备份，.docx 另存为带修订痕迹的“原名.修订.docx”
  --sort place|severity   疑点按书中先后（默认）或按级别排列，先列应改的
  --fail-on error|warning|query|info
                          有这一级别（应改、建议、存疑、提示）或更高级别的疑点时退出码为 1，默认 error
  --help                  显示本说明

行、列从 1 起，按逻辑文本计（折行已接、一段一行，可用 xiuzhi text 查看）；列按 UTF-16 编码单元计。
退出码：0 没有达到 --fail-on 级别的疑点，1 有，2 有文件未能审校。
`,

  async run(words) {
    const { operands, options } = parseOptions('review', words, SHAPES);
    const { format = 'pretty', preset = 'yearbook', output, fix, previous } = options;
    if (operands.length === 0) throw new CommandRefusal('没有给出要审校的文件，用法见 xiuzhi review --help。');
    if (operands.filter((file) => file === '-').length > 1) throw new CommandRefusal('标准输入“-”只能给一次。');
    if (fix && format === 'docx')
      throw new CommandRefusal('“--fix”写的是修订，“--format docx”写的是批注，请分两次执行。');
    const comments = format === 'docx' ? nameOutputs(operands, output) : [];
    if (format !== 'docx' && format !== 'xlsx' && output !== undefined)
      throw new CommandRefusal('选项“--output”只与“--format xlsx”或“--format docx”同用；其他形式请用“>”转存。');
    const settings = {
      ...(options.settings === undefined ? {} : await readSettings(options.settings)),
      ...(options.year === undefined ? {} : { recordedYear: readYear(options.year) }),
    };

    const started = performance.now();
    const jobs = operands.map((file, index): ReviewJob => {
      const target = comments[index];
      return {
        path: file,
        preset,
        settings,
        ...(previous === undefined ? {} : { previous }),
        ...(target === undefined ? {} : { comments: target }),
        ...(fix ? { fix } : {}),
      };
    });
    const { files: inPlace, failures } = await runJobs(jobs);
    const files = options.sort === 'severity' ? inPlace.map(sortBySeverity) : inPlace;
    const ms = Math.round(performance.now() - started);
    failures.push(...(await print(files, format, output, ms)));
    for (const failure of failures) process.stderr.write(`${failure}\n`);
    if (failures.length > 0) return EXIT.failed;
    return files.some(({ findings }) => reaches(findings, options['fail-on'] ?? 'error')) ? EXIT.found : EXIT.clean;
  },
};

function sortBySeverity(file: ReviewedFile): ReviewedFile {
  const rank = ({ severity }: { severity: Severity }) => SEVERITIES.indexOf(severity);
  return { ...file, findings: [...file.findings].sort((a, b) => rank(a) - rank(b)) };
}

function readYear(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/u.test(text) || year < 1000) throw new CommandRefusal(`选项“--year”应为四位年份，不能是“${text}”。`);
  return year;
}

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
async function runJobs(jobs: readonly ReviewJob[]): Promise<{ files: ReviewedFile[]; failures: string[] }> {
  const progress = showProgress();
  let done = 0;
  const shown = () => jobs.length > 1 && progress.show(`审校 ${done}/${jobs.length}`);
  shown();
  const results = await reviewMany(jobs, () => {
    done += 1;
    shown();
  });
  progress.clear();
  return {
    files: results.flatMap((result) => ('failure' in result ? [] : [result])),
    failures: results.flatMap((result) => ('failure' in result ? [result.failure] : [])),
  };
}

/** Prints or writes the results; sentences for what could not be written. */
async function print(
  files: readonly ReviewedFile[],
  format: (typeof SHAPES.format)[number],
  output: string | undefined,
  ms: number,
): Promise<string[]> {
  const isData = format === 'json' || format === 'sarif';
  for (const file of files) tellWritten(file, isData ? process.stderr : process.stdout);
  if (format === 'json') process.stdout.write((await import('../print-json.ts')).printJson(files, ms));
  else if (format === 'sarif') process.stdout.write((await import('../print-sarif.ts')).printSarif(files));
  else if (format === 'xlsx') {
    const target = output ?? '疑点清单.xlsx';
    try {
      await (await import('../write-findings-sheet.ts')).writeFindingsSheet(files, target);
    } catch (error) {
      return [describeFailure(error)];
    }
    process.stdout.write(`${target}：疑点 ${files.reduce((sum, { findings }) => sum + findings.length, 0)} 条\n`);
  }
  if (files.length > 0 && (format === 'xlsx' || format === 'docx')) process.stdout.write(`${summarise(files, ms)}\n`);
  if (files.length > 0 && format === 'pretty')
    process.stdout.write(printPretty(files, ms, process.stdout.isTTY && !process.env.NO_COLOR));
  return [];
}

/** What was written beside a file, and what had to be left out. */
function tellWritten({ path: file, written }: ReviewedFile, stream: NodeJS.WriteStream): void {
  if (written === undefined) return;
  const { note, left, reason } = written;
  stream.write(`${note}\n`);
  if (left.length > 0)
    process.stderr.write(
      `有 ${left.length} 处${reason}，列出如下：\n${printPlaces({ path: file, findings: left }).join('\n')}\n`,
    );
}

function reaches(findings: ReviewedFile['findings'], threshold: Severity): boolean {
  const least = SEVERITIES.indexOf(threshold);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
