import { CommandRefusal, EXIT, type Command } from './command.ts';

/** Commands by name; each is loaded only when asked for, so that a review does not pay for the wire. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  review: {
    summary: '审校文件，列出疑点',
    load: async () => (await import('./commands/review-files.ts')).reviewFiles,
  },
  figures: {
    summary: '列出文件中的全部数据（数据台账）',
    load: async () => (await import('./commands/list-figures.ts')).listFigures,
  },
  bulletin: {
    summary: '读出简报的期号、条目和版记',
    load: async () => (await import('./commands/read-bulletins.ts')).readBulletins,
  },
  rules: { summary: '列出全部审校规则', load: async () => (await import('./commands/list-rules.ts')).listRules },
  text: { summary: '输出文件的逻辑文本', load: async () => (await import('./commands/print-text.ts')).printText },
  import: {
    summary: '把文件导入正在运行的修志',
    load: async () => (await import('./commands/import-files.ts')).importFiles,
  },
  works: { summary: '列出志鉴项目和编号', load: async () => (await import('./commands/list-works.ts')).listWorks },
  'audit verify': {
    summary: '校验审计链',
    load: async () => (await import('./commands/verify-audit.ts')).verifyAudit,
  },
  backup: {
    summary: '备份本机的数据库和原稿，不必停机',
    load: async () => (await import('./commands/back-up.ts')).backUp,
  },
  restore: {
    summary: '把备份恢复为新的数据目录',
    load: async () => (await import('./commands/restore-backup.ts')).restoreBackup,
  },
};

const HELP = `修志：志鉴编纂与审校

用法：xiuzhi 命令 [选项]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`)
  .join('\n')}

各命令的用法见 xiuzhi 命令 --help。
退出码：0 无疑点或已完成，1 有疑点或校验未通过，2 未能执行。
`;

/** Runs one command line (运行命令) and sets the exit status; failures are one sentence on standard error. */
export async function runMain(words: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  process.stderr.on('error', leaveQuietly);
  try {
    process.exitCode = await runWords(words);
  } catch (error) {
    const { describeFailure } = await import('./describe-failure.ts');
    process.exitCode = EXIT.failed;
    process.stderr.write(`${describeFailure(error)}\n`);
  }
}

async function runWords(words: readonly string[]): Promise<number> {
  const [first, second] = words;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(HELP);
    return first === undefined ? EXIT.failed : EXIT.clean;
  }
  const name = second !== undefined && Object.hasOwn(COMMANDS, `${first} ${second}`) ? `${first} ${second}` : first;
  if (!Object.hasOwn(COMMANDS, name)) throw new CommandRefusal(`没有命令“${name}”，用法见 xiuzhi --help。`);
  const command = await COMMANDS[name]!.load();
  const rest = words.slice(name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return EXIT.clean;
  }
  return command.run(rest);
}

/** The reader of a pipe has gone (`| head`): nobody is left to tell. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
