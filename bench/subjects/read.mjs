import { readFileSync } from 'node:fs';

import { readManuscript } from '@xiuzhi/manuscript';

/** Our reader: bytes of the file to the volume with outline, tables and offset map. No findings. */
export function load({ manuscript }) {
  const bytes = readFileSync(manuscript);
  return {
    version: null,
    async check() {
      await readManuscript(bytes, manuscript);
      return 0;
    },
  };
}
