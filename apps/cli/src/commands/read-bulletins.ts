import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { readBulletin, type Bulletin } from '@xiuzhi/bulletin';
import { ManuscriptRefusal, readLines } from '@xiuzhi/manuscript';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { describeFailure } from '../describe-failure.ts';
import { parseOptions } from '../parse-options.ts';
import { showProgress } from '../show-progress.ts';

interface ReadFile {
  readonly path: string;
  readonly bulletin: Bulletin;
}

/** `xiuzhi bulletin` (读简报): head, items, tail of bulletins, and what a person confirms of them. */
export const readBulletins: Command = {
  help: `读出简报：刊名、期号、条目、信息公开选项、报送发、印发，以及其中的要求、人员、书名、数据、会议。

用法：xiuzhi bulletin 文件… [选项]

  文件                    .docx、.pdf、.md 或 .txt，一期一个文件；“-”表示从标准输入读入文字
  --format pretty|json    输出形式：清单（默认）、数据
  --persons 名单          人名文件，一行一个姓名；用来认出“清华书记”一类称呼，不给则不猜
  --web                   网站上的简报没有版记：缺版记时照样读出
  --help                  显示本说明

读不出的文件不影响其他文件。
退出码：0 都已读出，2 有文件未能读出。
`,

  async run(words) {
    const { operands, options } = parseOptions('bulletin', words, {
      format: ['pretty', 'json'],
      persons: 'text',
      web: 'flag',
    });
    if (operands.length === 0) throw new CommandRefusal('没有给出简报文件，用法见 xiuzhi bulletin --help。');
    if (operands.filter((file) => file === '-').length > 1) throw new CommandRefusal('标准输入“-”只能给一次。');
    const persons = options.persons === undefined ? [] : await readNames(options.persons);
    const progress = showProgress();
    const files: ReadFile[] = [];
    const failures: string[] = [];
    for (const [index, path] of operands.entries()) {
      if (operands.length > 1) progress.show(`读入 ${index}/${operands.length}`);
      try {
        const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
        const lines = await readLines(bytes, path === '-' ? 'stdin.txt' : path);
        const bulletin = readBulletin(lines, { persons, mayLackTail: options.web === true });
        const refusal = bulletin.problems.find(({ severity }) => severity === 'refuse');
        if (refusal) failures.push(`${path}：${refusal.message}`);
        else files.push({ path, bulletin });
      } catch (error) {
        failures.push(describeRefusal(path, error));
      }
    }
    progress.clear();
    if (options.format === 'json') process.stdout.write(`${JSON.stringify({ files: files.map(describeBulletin) })}\n`);
    else for (const file of files) process.stdout.write(`${printBulletin(file).join('\n')}\n`);
    for (const failure of failures) process.stderr.write(`${failure}\n`);
    return failures.length > 0 ? EXIT.failed : EXIT.clean;
  },
};

/** One sentence that names the file; a missing file names itself. */
function describeRefusal(path: string, error: unknown): string {
  const words = describeFailure(error);
  const isNamed = !(error instanceof ManuscriptRefusal) && error instanceof Error && 'path' in error;
  return isNamed ? words : `${path}：${words}`;
}

async function readNames(path: string): Promise<string[]> {
  const lines = await readLines(await readFile(path), path);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Named one by one: the order and the set of members are promised to programs; later ones come at the end. */
function describeBulletin({ path, bulletin }: ReadFile) {
  const { series, year, number, total, office, date, columns, disclosure, printedBy, printedOn, copies } = bulletin;
  const { demands, persons, works, figures, meetings } = bulletin.candidates;
  const { up, across, down } = bulletin.recipients;
  return {
    path,
    series,
    year,
    number,
    total,
    office,
    date,
    columns,
    items: bulletin.items.map(({ column, title, source, paragraphs, subtitle }) => ({
      column,
      title,
      source,
      paragraphs,
      subtitle,
    })),
    disclosure,
    recipients: { up, across, down },
    printedBy,
    printedOn,
    copies,
    candidates: { demands, persons, works, figures, meetings },
    problems: bulletin.problems,
    kind: bulletin.kind,
    supplement: bulletin.supplement,
    credits: bulletin.credits,
  };
}

const DISCLOSURE_NAMES = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
  undetermined: '待报请确定',
} as const;

function printBulletin({ path, bulletin }: ReadFile): string[] {
  const { series, year, number, total, office, date, items, disclosure, recipients, candidates } = bulletin;
  const named =
    number === null ? '期号未读出' : `${year ?? ''}年第${number}期${total === null ? '' : `（总第${total}期）`}`;
  const lines = [
    path,
    `  ${series ?? '刊名未读出'}　${named}${bulletin.supplement ? '（增刊）' : ''}　${date ?? '日期未读出'}　${office ?? ''}`,
  ];
  for (const { column, title, subtitle, source, paragraphs } of items) {
    const whole = subtitle === null ? title : `${title}——${subtitle}`;
    lines.push(
      `  ${column === null ? '' : `【${column}】`}${whole}${source === null ? '' : `（${source}）`}　${paragraphs.length} 段`,
    );
  }
  for (const [way, names] of [
    ['报', recipients.up],
    ['送', recipients.across],
    ['发', recipients.down],
  ] as const)
    if (names.length > 0) lines.push(`  ${way}：${names.join('，')}`);
  const tail = [
    disclosure === null ? '' : DISCLOSURE_NAMES[disclosure],
    `${bulletin.printedBy ?? ''}${bulletin.printedOn === null ? '' : ` ${bulletin.printedOn} 印发`}`,
    bulletin.copies === null ? '' : `共印 ${bulletin.copies} 份`,
  ].filter((part) => part.trim() !== '');
  if (tail.length > 0) lines.push(`  ${tail.join('　')}`);
  if (bulletin.credits.length > 0) lines.push(`  编务：${bulletin.credits.join('；')}`);
  const { demands, persons, works, figures, meetings } = candidates;
  lines.push(
    `  待确认：要求 ${demands.length} 条、人员 ${persons.length} 人、书名 ${works.length} 种、数据 ${figures.length} 个、会议 ${meetings.length} 次`,
  );
  for (const { message, line } of bulletin.problems)
    lines.push(`  ${line === undefined ? '' : `第 ${line} 行：`}${message}`);
  return lines;
}
