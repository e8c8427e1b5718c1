import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { connectServer, SERVER_HELP, SERVER_SHAPES } from '../connect-server.ts';
import { parseOptions } from '../parse-options.ts';

/** `xiuzhi audit verify` (校验审计链): whether any record was altered or taken away. */
export const verifyAudit: Command = {
  help: `校验审计链，看审计记录是否有过改动或缺失。

用法：xiuzhi audit verify [选项]

${SERVER_HELP}
退出码：0 完好，1 有一处对不上，2 未能校验。
`,

  async run(words) {
    const { operands, options } = parseOptions('audit verify', words, SERVER_SHAPES);
    if (operands.length > 0)
      throw new CommandRefusal('命令 audit verify 后面不带内容，用法见 xiuzhi audit verify --help。');
    const { api } = await connectServer(options);
    const { entries, sealed, intact, brokenAt } = await api.audit.verify();
    process.stdout.write(
      intact
        ? `审计链完好：共 ${entries} 条记录，已封 ${sealed} 条。\n`
        : `审计链自第 ${brokenAt} 号记录起对不上，请立即报告管理员核查（共 ${entries} 条记录，已封 ${sealed} 条）。\n`,
    );
    return intact ? EXIT.clean : EXIT.found;
  },
};
