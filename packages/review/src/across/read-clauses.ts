import type { Volume } from '../volume.ts';

/** Clauses of the running text (分句指纹): where each begins, its block, and the hash of its first characters. */
export interface Clauses {
  readonly length: number;
  readonly starts: Int32Array;
  readonly blocks: Int32Array;
  readonly hashes: Int32Array;
}

/** Han characters that make a fingerprint; figures, marks and Latin letters are passed over. */
const CHARACTERS = 7;
/** Where to look for them: a clause full of figures is no witness. */
const REACH = 22;

/**
 * Reads the clauses of a volume in text order: what follows a comma, the beginning of every paragraph,
 * and sentences without commas. Copied passages
 * share clauses, so this is a sample of the text that finds them at a tenth of its length.
 */
export function readClauses({ text, blocks }: Volume): Clauses {
  let starts = new Int32Array(1024 + Math.floor(text.length / 24));
  let owners = new Int32Array(starts.length);
  let hashes = new Int32Array(starts.length);
  let length = 0;
  let comma = text.indexOf('，');
  for (let block = 0; block < blocks.length; block += 1) {
    const { kind, start, end } = blocks[block]!;
    if (kind !== 'paragraph' || end - start < LEAST) continue;
    let at = start;
    while (at < end) {
      const hash = hashClause(text, at, Math.min(end, at + REACH));
      if (hash !== 0) {
        if (length === starts.length) [starts, owners, hashes] = [widen(starts), widen(owners), widen(hashes)];
        starts[length] = at;
        owners[length] = block;
        hashes[length] = hash;
        length += 1;
      }
      if (comma >= 0 && comma < at) comma = text.indexOf('，', at);
      const next = comma < 0 ? end : Math.min(comma, end);
      const stop = next - at > SENTENCE ? findStop(text, at + CHARACTERS, next) : next;
      at = stop + 1;
      if (stop === comma) comma = text.indexOf('，', at);
    }
  }
  return { length, starts, blocks: owners, hashes };
}

/** Where no comma stands for so long, sentences are told apart by their stops. */
const SENTENCE = 45;

function findStop(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // 。；
    if (code === 0x3002 || code === 0xff1b) return at;
  }
  return end;
}

function widen(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** Paragraphs shorter than this hold no passage that is compared. */
const LEAST = 60;

/** 0 where the clause has too few Han characters. */
function hashClause(text: string, start: number, end: number): number {
  let hash = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) continue;
    hash = Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 15);
    count += 1;
    if (count === CHARACTERS) return hash & 0x3fffffff || 1;
  }
  return 0;
}
