import path from 'node:path';

import { runChild } from '../../jobs/run-child.ts';
import type { LetterPaper } from './letter-paper.ts';
import { writeLetter } from './write-letter.ts';
import { writeRegister, writeRegisterSheet } from './write-register.ts';

const PRINT = path.join(import.meta.dirname, 'print-letter.child.ts');
/** Lines up to which a letter is written within some 20 ms; a child takes longer than that to start. */
const MOST_AT_ONCE = 40;
const WRITERS = { letter: writeLetter, registerDocx: writeRegister, registerXlsx: writeRegisterSheet } as const;

/** What is printed of a letter, and as what. */
export interface PrintInput {
  readonly form: keyof typeof WRITERS;
  readonly paper: LetterPaper;
}

/** Prints (付印) a letter or its register; a long one in a process of its own, so that nobody else has to wait. */
export async function printLetter(input: PrintInput): Promise<Uint8Array> {
  return input.paper.lines.length <= MOST_AT_ONCE ? writePrint(input) : runChild<Uint8Array>(PRINT, { input });
}

/** Writes the file, here and now. */
export function writePrint({ form, paper }: PrintInput): Promise<Uint8Array> {
  return WRITERS[form](paper);
}
