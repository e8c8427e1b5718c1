import { buffer } from 'node:stream/consumers';

import { findClassificationMark, ManuscriptRefusal, readManuscript } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { readItem } from './read-item.ts';
import type { CopyInput, CopyOutcome } from './read-copy.ts';

await answer<CopyInput, CopyOutcome>(async ({ fileName }) => {
  try {
    if (findClassificationMark(fileName) !== null) throw new ManuscriptRefusal('classified');
    const { volume } = await readManuscript(await buffer(process.stdin), fileName);
    const lines = volume.blocks
      .filter(({ kind }) => kind !== 'image')
      .flatMap(({ start, end }) => volume.text.slice(start, end).split('\n'));
    return { answer: readItem(lines) };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});
