import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { readManuscript } from '@xiuzhi/manuscript';

const PIECE = 12_000;
const SAMPLE_CHARACTERS = 150_000;
const BOOK = 1_500_000;

/**
 * Lays out the corpus in a folder: the gazetteer of the lab (`XIUZHI_LAB`), else the sample yearbook over and over.
 * `file` holds the logical text and its pieces, `manuscript` the file that is reviewed, `whole` all of it, `book` a book of
 * 1.5 million characters.
 */
export async function prepareCorpus(root, folder, most) {
  const lab = path.resolve(root, process.env.XIUZHI_LAB ?? '../shared/lab', 'gazetteers');
  const isLab = existsSync(lab);
  const all = isLab ? readAll(lab) : repeat(readAll(path.join(root, 'apps/server/src/sample')), SAMPLE_CHARACTERS);
  const text = cutAtLine(all, most);
  const { volume } = await readManuscript(new TextEncoder().encode(text), 'corpus.md');
  const pieces = split(volume.text);
  const file = path.join(folder, 'corpus.json');
  const manuscript = path.join(folder, 'corpus.md');
  const whole = path.join(folder, 'whole.md');
  writeFileSync(file, JSON.stringify({ pieces, manuscript }));
  writeFileSync(manuscript, text);
  writeFileSync(whole, all);
  const book = path.join(folder, 'book.md');
  writeFileSync(book, await repeatBook(all, most));
  return {
    source: isLab ? 'a county gazetteer (lab)' : 'the sample yearbook, repeated',
    sha256: createHash('sha256').update(text).digest('hex'),
    characters: volume.text.length,
    bytes: Buffer.byteLength(text),
    pieces: pieces.length,
    file,
    manuscript,
    whole,
    book,
  };
}

function readAll(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

/** A book of 1.5 million characters, or of as many as the corpus is to have. */
async function repeatBook(text, most) {
  const { volume } = await readManuscript(new TextEncoder().encode(text), 'corpus.md');
  const wanted = Math.ceil((Math.min(most, BOOK) * text.length) / volume.text.length);
  return cutAtLine(repeat(text, wanted), wanted);
}

/** The text again and again until it has so many characters. */
export function repeat(text, characters) {
  return `${text}\n`.repeat(Math.ceil(characters / text.length));
}

/** At most so many characters of a text, whole lines. */
export function cutAtLine(text, most) {
  return text.length <= most ? text : text.slice(0, text.lastIndexOf('\n', most) + 1);
}

/** Pieces of about 12,000 characters, cut between lines: one big file is beyond every peer. */
function split(text) {
  const pieces = [];
  for (let start = 0; start < text.length;) {
    let end = start + PIECE < text.length ? text.lastIndexOf('\n', start + PIECE) + 1 : text.length;
    if (end <= start) end = start + PIECE;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
