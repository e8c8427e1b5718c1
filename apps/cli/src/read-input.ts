import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { readManuscript, ManuscriptRefusal, type Manuscript } from '@xiuzhi/manuscript';

import { CommandRefusal } from './command.ts';
import { describeFailure } from './describe-failure.ts';

/** A file or standard input (`-`) read as a manuscript; `bytes` are the original. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly manuscript: Manuscript;
}

/** Reads a file, or text from standard input for `-` (读入); a CommandRefusal that names the file where it cannot. */
export async function readInput(path: string): Promise<Input> {
  try {
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
    const manuscript = await readManuscript(bytes, path === '-' ? 'stdin.txt' : path);
    return { path, bytes, manuscript };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) throw new CommandRefusal(`${path}：${error.message}`);
    // A directory is opened without complaint and refused only when read, without its name.
    if (error instanceof Error && 'code' in error && !('path' in error))
      throw new CommandRefusal(`${path}：${describeFailure(error)}`);
    throw error;
  }
}
