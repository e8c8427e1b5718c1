import { joinRuns, type DraftBlock, type DraftRun } from '../../volume-draft.ts';
import { isDrawnLine } from './box-strokes.ts';
import { continuesParagraph, type OpenParagraph } from './continue-paragraph.ts';
import { detectWrapping, type Wrapping } from './detect-wrapping.ts';
import { parseDrawnTable } from './parse-drawn-table.ts';
import { measurePipeTable, parsePipeTable } from './parse-pipe-table.ts';
import { splitLines, type Line } from './split-lines.ts';

/** Block of a text file with the place and look of its first line, for what is recognised afterwards. */
export interface TextBlock extends DraftBlock {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly indent: number;
}

const HEADING = /^(#{1,6})[ \t\u3000]+(?=\S)/;
const IMAGE = /^!\[([^\]]*)\]\([^)]*\)$/;
const BOTTOM = /[└┗┕┖╚]/;
const TOP = /^\s*[┌┏┍┎╔]/;

/**
 * Reads plain or Markdown text into blocks: headings with `#`, tables, images, paragraphs with their lines joined
 * (逻辑行). A file not named Markdown is read as such when it has two `#` headings.
 */
export function readTextBlocks(text: string, isNamedMarkdown: boolean): TextBlock[] {
  const physical = splitLines(text);
  const isMarkdown = isNamedMarkdown || physical.filter((line) => HEADING.test(line.text)).length >= 2;
  const { lines, drawn, wrapping } = layLines(physical, isMarkdown);
  const blocks: TextBlock[] = [];
  let open: (OpenParagraph & { block: TextBlock }) | undefined;
  let lastHanging = 0;

  const push = (block: DraftBlock, first: number, last: number): TextBlock => {
    const placed = { ...block, firstLine: first, lastLine: last, indent: lines[first]!.indent };
    blocks.push(placed);
    return placed;
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text === '') {
      open = undefined;
      continue;
    }
    const tableEnd = drawn[at] ? endOfDrawnTable(lines, drawn, at) : at;
    const table = tableEnd > at ? parseDrawnTable(lines.slice(at, tableEnd)) : undefined;
    if (table) {
      push({ kind: 'table', runs: [], table }, at, tableEnd - 1);
      at = tableEnd - 1;
      open = undefined;
      continue;
    }
    if (tableEnd - at > 1) {
      // Strokes that make no table stay as they are, line by line.
      for (; at < tableEnd; at++) push({ kind: 'paragraph', runs: [run(lines[at]!.text, lines[at]!.start)] }, at, at);
      at--;
      open = undefined;
      continue;
    }
    const pipeLines = line.text.includes('|') ? measurePipeTable(lines, at) : 0;
    if (pipeLines > 0) {
      push({ kind: 'table', runs: [], table: parsePipeTable(lines.slice(at, at + pipeLines)) }, at, at + pipeLines - 1);
      at += pipeLines - 1;
      open = undefined;
      continue;
    }
    const marks = isMarkdown ? HEADING.exec(line.text) : null;
    if (marks) {
      const title = line.text.slice(marks[0].length);
      const runIn = endOfRunInTitle(title);
      const heading = runIn > 0 ? title.slice(0, runIn).trimEnd() : title;
      const start = line.start + marks[0].length;
      push({ kind: 'heading', level: marks[1]!.length, runs: [run(heading, start)] }, at, at);
      open = undefined;
      if (runIn > 0) {
        const block = push({ kind: 'paragraph', runs: [run(title.slice(runIn), start + runIn)] }, at, at);
        open = { first: { ...line, indent: 4 }, last: line, lastIndex: at, hanging: 0, block };
      }
      continue;
    }
    if (open && continuesParagraph(open, line, wrapping, lastHanging)) {
      joinRuns(open.block.runs, [run(line.text, line.start)]);
      if (line.indent >= 8) lastHanging = line.indent;
      open = { ...open, last: line, lastIndex: at, hanging: line.indent >= 8 ? line.indent : open.hanging };
      continue;
    }
    const image = isMarkdown ? IMAGE.exec(line.text) : null;
    if (image) {
      push({ kind: 'image', runs: image[1] ? [run(image[1], line.start + 2)] : [] }, at, at);
      open = undefined;
      continue;
    }
    const block = push({ kind: 'paragraph', runs: [run(line.text, line.start)] }, at, at);
    open = { first: line, last: line, lastIndex: at, hanging: 0, block };
  }
  return blocks;
}

interface LaidLines {
  readonly lines: readonly Line[];
  readonly drawn: readonly boolean[];
  readonly wrapping: Wrapping;
}

/** Text copied from a PDF often has a blank line after every wrapped line: there, single blank lines mean nothing. */
function layLines(physical: readonly Line[], isMarkdown: boolean): LaidLines {
  const filled = physical.filter((line) => line.text !== '').length;
  const spaced = physical.filter((line, at) => line.text !== '' && physical[at + 1]?.text === '').length;
  if (filled >= 8 && spaced >= filled * 0.8) {
    const closed = physical.filter((line, at) => line.text !== '' || physical[at - 1]?.text === '');
    const laid = measureLines(closed, isMarkdown);
    if (laid.wrapping.isHardWrapped) return laid;
  }
  return measureLines(physical, isMarkdown);
}

function measureLines(lines: readonly Line[], isMarkdown: boolean): LaidLines {
  const drawn = lines.map((line) => isDrawnLine(line.text));
  const isText = (at: number) => !drawn[at] && lines[at]!.text !== '' && !(isMarkdown && HEADING.test(lines[at]!.text));
  return { lines, drawn, wrapping: detectWrapping(lines, isText) };
}

function run(text: string, start: number): DraftRun {
  return { text, source: { part: 'text', paragraph: 0, start } };
}

/** First line after the drawn table that begins at `at`; a new top border right below a bottom border begins another. */
function endOfDrawnTable(lines: readonly Line[], drawn: readonly boolean[], at: number): number {
  let end = at + 1;
  while (drawn[end] && !(TOP.test(lines[end]!.text) && BOTTOM.test(lines[end - 1]!.text))) end++;
  return end;
}

/** Offset at which the text of a run-in heading begins (标题后接排正文), 0 where the whole line is a title. */
function endOfRunInTitle(title: string): number {
  if (title.length <= 30) return 0;
  const gap = /^\S{2,14}(?:\s\S{1,6})?(?:\s{2,}|\u3000+)(?=\S)/.exec(title);
  return gap && /[，。；]/.test(title.slice(gap[0].length)) ? gap[0].length : 0;
}
