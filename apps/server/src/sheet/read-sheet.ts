import path from 'node:path';

import { ChildFailure, runChild } from '../jobs/run-child.ts';

export interface SheetInput {
  readonly bytes: Uint8Array;
  /** More than are wanted, so that too many are told from enough. */
  readonly rows: number;
}

/** Rows and cells of the first sheet as text; null where it is no worksheet that we read. */
export type SheetText = readonly (readonly string[])[] | null;

const CHILD = path.join(import.meta.dirname, 'read-sheet.child.ts');

/** Reads the first sheet of an .xlsx of a stranger in a child of its own (读表格), at most so many rows. */
export async function readSheet(bytes: Uint8Array, rows: number): Promise<SheetText> {
  try {
    const input = { bytes, rows } satisfies SheetInput;
    return await runChild<SheetText>(CHILD, { input, memory: 256, timeout: 20_000 });
  } catch (error) {
    if (error instanceof ChildFailure) return null;
    throw error;
  }
}
