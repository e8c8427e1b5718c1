import { CommandRefusal, type Command } from '../command.ts';
import { parseOptions } from '../parse-options.ts';
import { runMaintenance } from '../run-maintenance.ts';

/** `xiuzhi restore` (恢复): makes a data folder from a backup and verifies what is in it. */
export const restoreBackup: Command = {
  help: `把备份恢复为一个新的数据目录，并校验审计链和原稿。

用法：xiuzhi restore 备份 --to 文件夹

  备份                    xiuzhi backup 生成的子文件夹
  --to 文件夹             恢复到这里，须是空文件夹或尚不存在
  --help                  显示本说明

逐个核对文件，有一个与备份清单不符即不恢复。恢复后用 XIUZHI_DATA=文件夹 npm start 启动。
退出码：0 已恢复，1 已恢复但校验未通过，2 未恢复。
`,

  async run(words) {
    const { operands, options } = parseOptions('restore', words, { to: 'text' });
    const [backup, ...more] = operands;
    if (backup === undefined || more.length > 0)
      throw new CommandRefusal('请给出一份备份，用法见 xiuzhi restore --help。');
    if (options.to === undefined) throw new CommandRefusal('请用 --to 指明恢复到哪个文件夹。');
    return runMaintenance(['restore', backup, options.to], undefined);
  },
};
