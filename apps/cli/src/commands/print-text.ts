import { describeReport } from '@xiuzhi/manuscript';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { parseOptions } from '../parse-options.ts';
import { readInput } from '../read-input.ts';

/** `xiuzhi text` (逻辑文本): the text that positions of findings count in. */
export const printText: Command = {
  help: `输出文件的逻辑文本：折行已接、一段一行，表格一行一行、单元格以制表符分开。疑点的行、列按它计。
文件中哪些内容已读入、哪些没有，列在标准错误输出中。

用法：xiuzhi text 文件

  文件      .docx、.pdf、.md 或 .txt；“-”表示从标准输入读入文字
  --help    显示本说明
`,

  async run(words) {
    const { operands } = parseOptions('text', words, {});
    const [path, ...more] = operands;
    if (path === undefined || more.length > 0)
      throw new CommandRefusal('命令 text 需要给出一个文件，用法见 xiuzhi text --help。');
    const { manuscript } = await readInput(path);
    process.stdout.write(`${manuscript.volume.text}\n`);
    for (const line of describeReport(manuscript.report)) process.stderr.write(`${line}\n`);
    return EXIT.clean;
  },
};
