import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, BlockKind, Cell, OutlineNode, Volume } from '../src/volume.ts';

/** One case of a rule: a small volume, its text when every suggestion is taken, and the quotes that are reported. */
export interface RuleCase {
  readonly name: string;
  readonly file: string;
  readonly volume: Volume;
  /** Expected text after all suggestions; the same as the input where the rule has no ready edit. */
  readonly fixed: string;
  readonly quotes: readonly string[];
}

/**
 * Reads `cases/*.txt` of a rule folder. A case is `# name`, then lines `原文 …` (a paragraph), `标题 …` (a level-1 heading),
 * `表题 …` (a caption), `表 a | b | c` (a table row; `<` and `^` continue the cell to the left or above), then
 * `改后 …` (paragraphs after the edits) and `疑点 …` (one quote each).
 */
export function readCases(folder: string): RuleCase[] {
  const files = readdirSync(join(folder, 'cases')).filter((file) => file.endsWith('.txt'));
  return files.sort().flatMap((file) => {
    const chunks = readFileSync(join(folder, 'cases', file), 'utf8').split(/^# /mu);
    return chunks.filter((chunk) => chunk.trim() !== '').map((chunk) => readCase(chunk, file));
  });
}

const SOURCE_KINDS: Readonly<Record<string, BlockKind>> = { 原文: 'paragraph', 标题: 'heading', 表题: 'caption' };

function readCase(chunk: string, file: string): RuleCase {
  const [name = '', ...lines] = chunk.split('\n');
  const builder = new VolumeBuilder();
  const fixed: string[] = [];
  const quotes: string[] = [];
  let rows: string[][] = [];
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const space = line.indexOf(' ');
    const [key, value] = [line.slice(0, space), line.slice(space + 1)];
    if (key === '表') {
      rows.push(value.split('|').map((cell) => cell.trim()));
      continue;
    }
    if (rows.length > 0) builder.addTable(rows);
    rows = [];
    const kind = SOURCE_KINDS[key];
    if (kind !== undefined) builder.addLine(kind, value);
    else if (key === '改后') fixed.push(value);
    else if (key === '疑点') quotes.push(value);
    else throw new SyntaxError(`${file}: ${name}: ${line}`);
  }
  if (rows.length > 0) builder.addTable(rows);
  const volume = builder.finish();
  return { name: name.trim(), file, volume, fixed: fixed.length > 0 ? fixed.join('\n') : volume.text, quotes };
}

/** Builds the small volumes of cases and properties. */
export class VolumeBuilder {
  private text = '';
  private readonly blocks: Block[] = [];
  private readonly titles: { title: string; start: number }[] = [];

  addLine(kind: BlockKind, line: string): void {
    const start = this.open();
    if (kind === 'heading') this.titles.push({ title: line, start });
    this.text += line;
    this.blocks.push({ kind, start, end: this.text.length, node: this.titles.length });
  }

  addTable(rows: readonly (readonly string[])[]): void {
    const start = this.open();
    const columns = Math.max(...rows.map((row) => row.length));
    const cells: Cell[] = [];
    rows.forEach((row, r) => {
      if (r > 0) this.text += '\n';
      let first = true;
      row.forEach((value, column) => {
        if (value === '<' || value === '^') return;
        if (!first) this.text += '\t';
        first = false;
        const at = this.text.length;
        this.text += value;
        const rowSpan = countRun(rows.slice(r + 1).map((next) => next[column] === '^'));
        const columnSpan = countRun(row.slice(column + 1).map((next) => next === '<'));
        cells.push({ row: r, column, rowSpan, columnSpan, start: at, end: this.text.length });
      });
    });
    const table = { rows: rows.length, columns, cells };
    this.blocks.push({ kind: 'table', start, end: this.text.length, node: this.titles.length, table });
  }

  finish(): Volume {
    const end = this.text.length;
    const nodes: OutlineNode[] = [{ title: '', level: 0, parent: -1, start: 0, end }];
    this.titles.forEach(({ title, start }, index) => {
      nodes.push({ title, level: 1, parent: 0, start, end: (this.titles[index + 1]?.start ?? end + 1) - 1 });
    });
    return { text: this.text, blocks: this.blocks, nodes };
  }

  private open(): number {
    if (this.blocks.length > 0) this.text += '\n';
    return this.text.length;
  }
}

function countRun(flags: readonly boolean[]): number {
  const stop = flags.indexOf(false);
  return 1 + (stop < 0 ? flags.length : stop);
}
