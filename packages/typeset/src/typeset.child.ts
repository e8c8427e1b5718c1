import { once } from 'node:events';

import { compilePaper } from './compile-paper.ts';
import type { TypesetAnswer, TypesetJob } from './run-typesetter.ts';
import { TypesetRefusal } from './typeset-refusal.ts';

// Whoever asked is gone: nobody is left to answer to.
process.once('disconnect', () => process.exit(1));
const [{ paper, fontFolder }] = (await once(process, 'message')) as [TypesetJob];
process.send?.(work(), undefined, undefined, () => process.exit(0));

function work(): TypesetAnswer {
  try {
    return { done: compilePaper(paper, fontFolder) };
  } catch (error) {
    if (!(error instanceof TypesetRefusal)) throw error;
    return { refused: { code: error.code, characters: error.characters, detail: error.detail } };
  }
}
