import { CommandRefusal, type Command } from '../command.ts';
import { parseOptions } from '../parse-options.ts';
import { runMaintenance } from '../run-maintenance.ts';

/** `xiuzhi backup` (备份): copies database and originals of this machine's server, which goes on meanwhile. */
export const backUp: Command = {
  help: `备份数据库和原稿。在运行修志的机器上执行，不必停机。

用法：xiuzhi backup 文件夹 [选项]

  文件夹                  备份放在这里，每次备份自成一个以时间命名的子文件夹
  --data 数据目录         默认取环境变量 XIUZHI_DATA，再默认与 npm start 相同
  --originals             只备份原稿（设了 DATABASE_URL 时，数据库用其自带的工具备份）
  --help                  显示本说明

备份含全部书稿和口令散列，请存放在他人不能读取、与本机不同的磁盘上。
退出码：0 已完成，1 已完成但有原稿与导入时不符，2 未能完成。
`,

  async run(words) {
    const { operands, options } = parseOptions('backup', words, { data: 'text', originals: 'flag' });
    const [folder, ...more] = operands;
    if (folder === undefined || more.length > 0)
      throw new CommandRefusal('请给出一个存放备份的文件夹，用法见 xiuzhi backup --help。');
    return runMaintenance(['backup', folder, ...(options.originals ? ['--originals'] : [])], options.data);
  },
};
