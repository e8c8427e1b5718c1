import { cleanText } from '@xiuzhi/manuscript';
import type { PaperBlock, PaperTable } from '../../paper/paper-document.ts';
import { writeDocument } from '../../paper/write-document.ts';
import { bookmarkLetter, fingerprint, hideMark, markLetter, PROPERTY } from './letter-marks.ts';
import { ANSWER_OPTIONS, PRINTED_COLUMNS, type LetterPaper, type PaperLine } from './letter-paper.ts';

/** A property longer than this is cut off by Word: 40 fingerprints of six characters. */
const PRINTS_A_PROPERTY = 40;

/** Form to fill in (回填表格): what is printed of a letter, before the marks that bring it home. */
export interface Form {
  readonly title: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly PaperBlock[];
}

/**
 * Writes a form with the marks of its letter (带标识的 Word 文件): custom property, bookmarks in the header of each
 * table, hidden paragraph at the end. One of them coming back is enough.
 */
export function writeForm(paper: LetterPaper, form: Form): Promise<Uint8Array> {
  let tables = 0;
  const blocks = form.blocks.map((block): PaperBlock => {
    if (block.kind !== 'table') return block;
    return { ...block, table: { ...block.table, bookmarks: bookmarkLetter(paper, ++tables) } };
  });
  const prints = [...new Set(form.blocks.flatMap(printedTexts).map(fingerprint))];
  const properties: Record<string, string> = { [PROPERTY.letter]: markLetter(paper) };
  for (let at = 0; at < prints.length; at += PRINTS_A_PROPERTY)
    properties[`${PROPERTY.printed}${at / PRINTS_A_PROPERTY + 1}`] = prints.slice(at, at + PRINTS_A_PROPERTY).join('');
  return writeDocument({
    title: form.title,
    isLandscape: form.isLandscape,
    head: paper.state === 'draft' ? '草稿（未签发）' : '',
    properties,
    blocks: [...blocks, { kind: 'hidden', text: hideMark(paper, prints) }],
  });
}

/** What we print and read back: paragraphs, lines over a whole table, and of each row the cells nobody is to fill in. */
function printedTexts(block: PaperBlock): string[] {
  if (block.kind !== 'table') return cleanText(block.text).split(/\r?\n|\r/);
  const { columns, rows } = block.table;
  return rows.map((row) =>
    'section' in row
      ? cleanText(row.section)
      : row.cells
          .filter((_, index) => PRINTED_COLUMNS.has(columns[index]!.header))
          .map(cleanText)
          .join(''),
  );
}

/** Answer cell (处理结果): a box for each option, ticked for the answer there is. */
export function printOptions({ kind }: LetterPaper, line: PaperLine): string {
  return Object.entries(ANSWER_OPTIONS[kind])
    .map(([words, answer]) => `${answer === line.answer ? '☑' : '□'}${words}`)
    .join('\n');
}

/** Opinion cell (审改意见); throws when a political or secrecy line carries an edit. */
export function printOpinion({ opinion, suggestion, carriesNoEdit }: PaperLine): string {
  if (suggestion === null || suggestion === '') return opinion;
  if (carriesNoEdit === true) throw new TypeError('a political or secrecy line carries no edit');
  return `${opinion}\n建议：${suggestion}`;
}

/** A table as a block, its bookmarks still to come. */
export function formTable(table: Omit<PaperTable, 'bookmarks'>): PaperBlock {
  return { kind: 'table', table: { ...table, bookmarks: [] } };
}
