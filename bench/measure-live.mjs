// Measures review as one types: node measure-live.mjs <file> <edits> → ms of one changed paragraph, and of the whole book again.
import { readFileSync } from 'node:fs';

import { readManuscript } from '@xiuzhi/manuscript';
import { openLiveReview } from '@xiuzhi/review';

import { round } from './cpu-time.mjs';

const [file, edits] = process.argv.slice(2);
const { volume } = await readManuscript(readFileSync(file), 'book.md');
const live = openLiveReview(volume, { preset: 'gazetteer' });
const paragraphs = volume.blocks.flatMap(({ kind }, index) => (kind === 'paragraph' ? [index] : []));

/** One keystroke somewhere in the book: a character more at the end of a paragraph. */
function type(step) {
  const index = paragraphs[(step * 7919) % paragraphs.length];
  const { blocks, text } = volume;
  const written = `${text.slice(blocks[index].start, blocks[index].end)}${'甲'.repeat(1 + (step % 3))}`;
  const began = performance.now();
  live.replaceBlock(index, written);
  return performance.now() - began;
}

for (let step = 0; step < Number(edits); step += 1) type(step);
live.checkBook();
const keystrokes = Array.from({ length: Number(edits) }, (_, step) => type(step)).sort((a, b) => a - b);
const books = [];
for (let pass = 0; pass < 7; pass += 1) {
  type(pass);
  const began = performance.now();
  live.checkBook();
  books.push(performance.now() - began);
}
books.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    characters: volume.text.length,
    edits: keystrokes.length,
    p50: round(keystrokes[keystrokes.length >> 1]),
    p95: round(keystrokes[Math.floor(keystrokes.length * 0.95)]),
    max: round(keystrokes.at(-1)),
    book: round(books[books.length >> 1]),
  }),
);
