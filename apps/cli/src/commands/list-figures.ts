import { readLedger, type LedgerEntry, type Volume } from '@xiuzhi/review';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { layColumns } from '../lay-columns.ts';
import { locateLines } from '../locate-lines.ts';
import { parseOptions } from '../parse-options.ts';
import { readInput } from '../read-input.ts';
import { readSettings } from '../read-settings.ts';

const KIND_NAMES: Readonly<Record<LedgerEntry['kind'], string>> = {
  amount: '数量',
  share: '占比',
  growth: '增幅',
  points: '百分点',
  times: '倍数',
  rank: '位次',
};

/** One figure as it is printed, with where it stands. */
interface PlacedFigure extends LedgerEntry {
  readonly line: number;
  readonly column: number;
  /** As printed. */
  readonly quote: string;
  /** Titles above it, outermost first. */
  readonly path: readonly string[];
}

/** `xiuzhi figures` (数据台账): every quantity of a file, with what it counts, whose, when and where. */
export const listFigures: Command = {
  help: `列出文件中的全部数据：数值、单位、指标、主体、口径、时间和所在位置。

用法：xiuzhi figures 文件 [选项]

  文件                    .docx、.pdf、.md 或 .txt；“-”表示从标准输入读入文字
  --format pretty|json|xlsx
                          输出形式：清单（默认）、数据、Excel 台账
  --output 文件           Excel 台账写到哪里；不给则写在原文件旁，名为“原名.数据台账.xlsx”
  --settings 文件         审校设置（JSON），其中的记述年份、本地名称用来补全正文省略的时间和主体
  --help                  显示本说明

数值按基本单位计（万元计为元，公顷计为平方米），“原文”为印刷的写法。
`,

  async run(words) {
    const { operands, options } = parseOptions('figures', words, {
      format: ['pretty', 'json', 'xlsx'],
      output: 'text',
      settings: 'text',
    });
    const [file, ...others] = operands;
    if (file === undefined || others.length > 0) throw new CommandRefusal('命令 figures 需要给出一个文件。');
    if (options.output !== undefined && options.format !== 'xlsx')
      throw new CommandRefusal('选项“--output”只与“--format xlsx”同用；其他形式请用“>”转存。');
    const settings = options.settings === undefined ? {} : await readSettings(options.settings);
    const { manuscript } = await readInput(file);
    const figures = placeFigures(manuscript.volume, readLedger(manuscript.volume, settings).entries);
    if (options.format === 'xlsx') await writeFigures(figures, file, options.output);
    else if (options.format === 'json') process.stdout.write(`${JSON.stringify({ path: file, figures })}\n`);
    else process.stdout.write(`${layColumns(figures.map(describeFigure))}\n共 ${figures.length} 个数据。\n`);
    return EXIT.clean;
  },
};

function placeFigures({ text, nodes }: Volume, entries: readonly LedgerEntry[]): PlacedFigure[] {
  const locate = locateLines(text);
  const paths = nodes.map(({ title, parent }, index): string[] => {
    const path = index === 0 ? [] : [title];
    for (let at = parent; at > 0; at = nodes[at]!.parent) path.unshift(nodes[at]!.title);
    return path;
  });
  return entries.map((entry) => ({
    ...entry,
    ...locate(entry.start),
    quote: text.slice(entry.start, entry.end),
    path: paths[entry.node] ?? [],
  }));
}

function describeFigure(figure: PlacedFigure): string[] {
  const { line, column, quote, subject, indicator, scope, period, kind, approximate } = figure;
  return [`${line}:${column}`, quote, approximate ? '约数' : KIND_NAMES[kind], subject, indicator, scope, period];
}

const COLUMNS = [
  { header: '序号', width: 7 },
  { header: '篇目', width: 36 },
  { header: '行', width: 8 },
  { header: '原文', width: 18 },
  { header: '数值（基本单位）', width: 18 },
  { header: '单位', width: 10 },
  { header: '类别', width: 8 },
  { header: '约数', width: 6 },
  { header: '主体', width: 16 },
  { header: '指标', width: 24 },
  { header: '口径', width: 14 },
  { header: '时间', width: 14 },
  { header: '表格位置', width: 10 },
] as const;

async function writeFigures(figures: readonly PlacedFigure[], file: string, output?: string): Promise<void> {
  if (output === undefined && file === '-')
    throw new CommandRefusal('从标准输入读入时，请用“--output”指明 Excel 台账写到哪里。');
  const target = output ?? `${file.replace(/\.[^./\\]+$/u, '')}.数据台账.xlsx`;
  const { writeSheet } = await import('@xiuzhi/manuscript/xlsx');
  const { replaceFile } = await import('../replace-file.ts');
  const rows = figures.map((figure, index) => [
    index + 1,
    figure.path.join('／'),
    figure.line,
    figure.quote,
    figure.value,
    figure.unit,
    KIND_NAMES[figure.kind],
    figure.approximate ? '是' : '',
    figure.subject,
    figure.indicator,
    figure.scope,
    figure.period,
    figure.cell === undefined ? '' : `${figure.cell.row + 1}行${figure.cell.column + 1}列`,
  ]);
  const top = ['数据台账', `共 ${figures.length} 个数据。`];
  await replaceFile(target, await writeSheet({ sheet: '数据台账', isLandscape: true, top, columns: COLUMNS, rows }));
  process.stdout.write(`${target}：数据 ${figures.length} 个\n`);
}
