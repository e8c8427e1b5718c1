import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { connectServer, SERVER_HELP, SERVER_SHAPES } from '../connect-server.ts';
import { layColumns } from '../lay-columns.ts';
import { parseOptions } from '../parse-options.ts';

const KIND_NAMES = { yearbook: '年鉴', gazetteer: '志书', bulletin: '简报' } as const;

/** `xiuzhi works` (志鉴项目): the works one may see, with the ids that `import` asks for. */
export const listWorks: Command = {
  help: `列出看得到的志鉴项目：编号、类型、书稿数、名称、单位。

用法：xiuzhi works [选项]

  --search 文字           只列名称含这些文字的项目
  --format pretty|json    输出形式：对齐的清单（默认）、数据
${SERVER_HELP}
`,

  async run(words) {
    const { operands, options } = parseOptions('works', words, {
      search: 'text',
      format: ['pretty', 'json'],
      ...SERVER_SHAPES,
    });
    if (operands.length > 0) throw new CommandRefusal('命令 works 后面不带文件，用法见 xiuzhi works --help。');
    const { api } = await connectServer(options);
    const works = [];
    let cursor: string | undefined;
    do {
      const page = await api.works.list({ search: options.search, cursor, limit: 200 });
      works.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    if (options.format === 'json') process.stdout.write(`${JSON.stringify({ works })}\n`);
    else if (works.length === 0) process.stderr.write('没有看得到的志鉴项目，可在网页“志鉴项目”处新建。\n');
    else
      process.stdout.write(
        `${layColumns(
          works.map((work) => [
            work.id,
            KIND_NAMES[work.kind],
            `${work.manuscripts} 部书稿`,
            work.title,
            work.organisation.name,
          ]),
        )}\n`,
      );
    return EXIT.clean;
  },
};
