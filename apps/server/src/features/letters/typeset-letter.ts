import type { LetterPart, Paper, PaperTable } from '@xiuzhi/typeset';

import type { PaperBlock, PaperStyle, PaperTable as FormTable } from '../../paper/paper-document.ts';
import type { LetterPaper } from './letter-paper.ts';
import { layLetter } from './write-letter.ts';
import { layRegister } from './write-register.ts';
import type { Form } from './write-form.ts';

const HEADINGS: Partial<Record<PaperStyle, 0 | 1>> = { body: 0, kept: 0, heading: 1 };

/** A letter for the typesetter (文书排印稿): the words of its .docx, without the marks that bring the file home. */
export function typesetLetter(letter: LetterPaper): Paper {
  const form = layLetter(letter);
  return {
    kind: 'letter',
    masthead: letter.issuingOffice,
    numberLine: textOf(form, 'number'),
    title: form.title,
    addressee: letter.addressee,
    parts: form.blocks.flatMap(partOf),
    attachments: textsOf(form, 'attachment').map((text) => text.replace(/^附件：/u, '')),
    signature: textOf(form, 'signature'),
    date: textOf(form, 'date'),
    note: textOf(form, 'note'),
    copiesTo: [],
    draft: letter.state === 'draft',
  };
}

/** The register for the typesetter (登记表排印稿). */
export function typesetRegister(letter: LetterPaper): Paper {
  const form = layRegister(letter);
  const at = form.blocks.findIndex(({ kind }) => kind === 'table');
  const block = form.blocks[at];
  if (block?.kind !== 'table') throw new TypeError('a register has a table');
  const notesOf = (blocks: readonly PaperBlock[]) => textsOf({ ...form, blocks }, 'note');
  return {
    kind: 'table',
    title: form.title,
    lead: notesOf(form.blocks.slice(0, at)),
    table: tableOf(block.table),
    notes: notesOf(form.blocks.slice(at)),
    isLandscape: form.isLandscape,
    draft: letter.state === 'draft',
  };
}

function partOf(block: PaperBlock): LetterPart[] {
  if (block.kind === 'table') return [{ kind: 'table', table: tableOf(block.table) }];
  const level = HEADINGS[block.kind];
  if (level === undefined) return [];
  return block.text.split('\n').map((text) => ({ kind: 'paragraph', paragraph: { text, bold: null, level } }));
}

function tableOf({ columns, rows }: FormTable): PaperTable {
  return {
    columns: columns.map(({ width, isCentered }) => ({ width, align: isCentered === true ? 'center' : 'left' })),
    head: [columns.map(({ header }) => ({ text: header }))],
    // The last columns of the register are left to be filled in by hand.
    rows: rows.map((row) =>
      'section' in row ? row : { cells: columns.map((_, index) => printTick(row.cells[index] ?? '')) },
    ),
  };
}

/** A ticked box as it is printed: ☑ is in few of the fonts an office has. */
function printTick(cell: string): string {
  return cell.replaceAll('☑', '√');
}

function textsOf({ blocks }: Form, kind: PaperStyle): string[] {
  return blocks.flatMap((block) => (block.kind === kind ? block.text.split('\n') : []));
}

function textOf(form: Form, kind: PaperStyle): string {
  return textsOf(form, kind).join('　');
}
