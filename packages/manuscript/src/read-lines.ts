import { readDocx } from './formats/docx/read-docx.ts';
import type { PdfLine } from './formats/pdf/lay-lines.ts';
import { readPdf } from './formats/pdf/read-pdf.ts';
import { decodeText } from './formats/text/decode-text.ts';
import { ManuscriptRefusal } from './manuscript-refusal.ts';
import { MOST_BYTES, refuseClassified } from './read-manuscript.ts';
import { recogniseFormat } from './recognise-format.ts';
import { textOfRuns, type DraftBlock, type DraftRun, type DraftTable } from './volume-draft.ts';

/** Letters of a title are larger than those of the text by this much. */
const LARGER = 1.12;
/** A row of a head or tail has no more cells. */
const MOST_CELLS = 3;
/** A gap between lines that is larger by this much is an empty line. */
const WIDER = 1.5;

/**
 * Reads a file into its lines (读成行), nothing joined: those of a text as they stand, paragraphs and rows of a .docx, printed
 * lines of a .pdf with blanks for their indent, an empty line for a gap, '\f' before a page and '## ' before larger letters.
 * Throws `ManuscriptRefusal` for all that `readManuscript` does not take.
 */
export async function readLines(bytes: Uint8Array, filename: string): Promise<string[]> {
  const format = recogniseFormat(bytes, filename);
  const lines =
    format === 'pdf' ? await readPages(bytes) : format === 'docx' ? await readParagraphs(bytes) : readPlain(bytes);
  if (lines.every((line) => line.trim() === '')) throw new ManuscriptRefusal('empty');
  return lines;
}

function readPlain(bytes: Uint8Array): string[] {
  if (bytes.length > MOST_BYTES.text) throw new ManuscriptRefusal('too-large');
  const { text } = decodeText(bytes);
  refuseClassified(text);
  return text.split(/\r\n|[\r\n\u2028\u2029\u0085]/u);
}

async function readParagraphs(bytes: Uint8Array): Promise<string[]> {
  const { blocks, marginText } = await readDocx(bytes);
  refuseClassified(marginText);
  const lines = blocks.flatMap(layBlock);
  // A label may stand in any cell of a table on the cover.
  refuseClassified(lines.join('\n').replaceAll('\t', '\n'));
  return lines;
}

function layBlock(block: DraftBlock): string[] {
  if (block.table) return layRows(block.table);
  const text = textOfRuns(block.runs);
  return block.kind === 'image' ? [] : text.split('\n').map((line) => (block.level && line ? `## ${line}` : line));
}

function layRows({ cells }: DraftTable): string[] {
  const rows = new Map<number, string[][]>();
  for (const { row, runs } of cells) {
    const texts = rows.get(row);
    if (texts) texts.push(linesOfCell(runs));
    else rows.set(row, [linesOfCell(runs)]);
  }
  // A cell may hold the whole of a head: each of its paragraphs is a line. Cells of figures stay in a row.
  return [...rows.values()].flatMap((texts) => {
    const filled = texts.filter((lines) => lines.some((line) => line.trim() !== ''));
    return filled.length <= MOST_CELLS && filled.some((lines) => lines.length > 1)
      ? filled.flat()
      : [texts.map((lines) => lines.join(' ')).join('\t')];
  });
}

/** Paragraphs of a cell: what parts them comes from no place of the file. */
function linesOfCell(runs: readonly DraftRun[]): string[] {
  const lines = [''];
  for (const { text, source } of runs)
    if (text === ' ' && source === undefined) lines.push('');
    else lines[lines.length - 1] += text;
  return lines;
}

async function readPages(bytes: Uint8Array): Promise<string[]> {
  if (bytes.length > MOST_BYTES.pdf) throw new ManuscriptRefusal('too-large');
  const { pages, marginText } = await readPdf(bytes);
  refuseClassified(marginText);
  const all = pages.flat();
  refuseClassified(all.map(({ text }) => text.replaceAll('\t', '\n')).join('\n'));
  const size = middleOf(
    all.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 8) }, () => line.size)),
  );
  const gap = middleOf(
    pages.flatMap((lines) => lines.slice(1).map((line, at) => line.down - lines[at]!.down)).filter((down) => down > 0),
  );
  return pages.flatMap((lines, page) =>
    layPage(lines, size, gap).map((line, at) => (page > 0 && at === 0 ? `\f${line}` : line)),
  );
}

function layPage(lines: readonly PdfLine[], size: number, gap: number): string[] {
  const edge = Math.min(...lines.map(({ left }) => left));
  return lines.flatMap((line, at) => {
    const indent = '\u3000'.repeat(Math.max(0, Math.min(30, Math.round((line.left - edge) / size))));
    const text = line.size > size * LARGER ? `## ${line.text}` : indent + line.text;
    const isApart = at > 0 && line.down - lines[at - 1]!.down > gap * WIDER;
    return isApart ? ['', text] : [text];
  });
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}
