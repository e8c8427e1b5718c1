import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { volumeFromText } from '../src/volume-from-text.ts';
import type { Settings } from '../src/settings.ts';
import type { Block, BlockKind, Cell, OutlineNode, Volume } from '../src/volume.ts';

/** One case of a rule: a small volume, its text when every suggestion is taken, and the quotes that are reported. */
export interface RuleCase {
  readonly name: string;
  readonly file: string;
  readonly volume: Volume;
  /** Expected text after all suggestions; the same as the input where the rule has no ready edit. */
  readonly fixed: string;
  readonly quotes: readonly string[];
  /** Settings of the work the case is reviewed with. */
  readonly settings: Settings;
}

/**
 * Reads `cases/*.txt` of a rule folder. A case is `# name`, then lines `原文 …` (a paragraph), `标题 …` (a level-1 heading;
 * `标题2 …` level 2, and so on), `表题 …` (a caption), `表 a | b | c` (a table row; `<` and `^` continue the cell to the left or above), then
 * `改后 …` (paragraphs after the edits), `疑点 …` (one quote each), `设置 {…}` (settings of the work, JSON) and
 * `上卷 …` (a paragraph of last year's book).
 */
export function readCases(folder: string): RuleCase[] {
  const files = readdirSync(join(folder, 'cases')).filter((file) => file.endsWith('.txt'));
  return files.sort().flatMap((file) => {
    const chunks = readFileSync(join(folder, 'cases', file), 'utf8').split(/^# /mu);
    return chunks.filter((chunk) => chunk.trim() !== '').map((chunk) => readCase(chunk, file));
  });
}

const SOURCE_KINDS: Readonly<Record<string, BlockKind>> = { 原文: 'paragraph', 表题: 'caption', 附注: 'note' };

function readCase(chunk: string, file: string): RuleCase {
  const [name = '', ...lines] = chunk.split('\n');
  const builder = new VolumeBuilder();
  const fixed: string[] = [];
  const quotes: string[] = [];
  const previous: string[] = [];
  let settings: Settings = {};
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
    const level = /^标题([1-6])?$/u.exec(key);
    const kind = SOURCE_KINDS[key];
    if (level !== null) builder.addLine('heading', value, Number(level[1] ?? 1));
    else if (kind !== undefined) builder.addLine(kind, value);
    else if (key === '设置') settings = JSON.parse(value) as Settings;
    else if (key === '上卷') previous.push(value);
    else if (key === '改后') fixed.push(value);
    else if (key === '疑点') quotes.push(value);
    else throw new SyntaxError(`${file}: ${name}: ${line}`);
  }
  if (rows.length > 0) builder.addTable(rows);
  if (previous.length > 0) settings = { ...settings, previous: volumeFromText(previous.join('\n')) };
  const volume = builder.finish();
  return {
    name: name.trim(),
    file,
    volume,
    fixed: fixed.length > 0 ? fixed.join('\n') : volume.text,
    quotes,
    settings,
  };
}

/** Builds the small volumes of cases and properties. */
export class VolumeBuilder {
  private text = '';
  private readonly blocks: Block[] = [];
  private readonly titles: { title: string; start: number; level: number }[] = [];

  addLine(kind: BlockKind, line: string, level = 1): void {
    const start = this.open();
    if (kind === 'heading') this.titles.push({ title: line, start, level });
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
    this.titles.forEach(({ title, start, level }, index) => {
      const next = this.titles.slice(index + 1).find((later) => later.level <= level);
      const parent = nodes.findLastIndex((node) => node.level < level);
      nodes.push({ title, level, parent, start, end: (next?.start ?? end + 1) - 1 });
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
