import { createRequire } from 'node:module';

import { overPieces } from '../over-pieces.mjs';

const require = createRequire(import.meta.url);

/** zhlint with its default preset. */
export async function load({ pieces }) {
  const { run } = await import('zhlint');
  return {
    version: require('zhlint/package.json').version,
    ...overPieces(pieces, (piece) => run(piece, { rules: { preset: 'default' } }).validations.length),
  };
}
