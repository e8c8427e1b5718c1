import { readFileSync } from 'node:fs';

import { readManuscript } from '@xiuzhi/manuscript';
import { ENGINE_VERSION, review } from '@xiuzhi/review';

/** Our engine on the book as it is read from its file: outline, tables and all rules. */
export async function load({ manuscript }) {
  const { volume } = await readManuscript(readFileSync(manuscript), manuscript);
  return { version: ENGINE_VERSION, check: () => review(volume).length };
}
