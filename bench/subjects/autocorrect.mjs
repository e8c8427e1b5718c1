import { createRequire } from 'node:module';

import { overPieces } from '../over-pieces.mjs';

const require = createRequire(import.meta.url);

/** autocorrect (Rust) through its Node binding, default rules; findings are lines it would change. */
export function load({ pieces }) {
  const { lintFor } = require('autocorrect-node');
  return {
    version: require('autocorrect-node/package.json').version,
    ...overPieces(pieces, (piece) => {
      const result = lintFor(piece, 'piece.txt');
      // With an error it answers no lines, which would look like a clean text at no cost.
      if (result.error) throw new Error(result.error);
      return result.lines.length;
    }),
  };
}
