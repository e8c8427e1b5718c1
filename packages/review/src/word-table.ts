/** A word and who asked for it. */
export interface TableWord<T> {
  readonly word: string;
  readonly owners: readonly T[];
}

/** Bits of each filter: with some ten thousand words it is sparse, and it fits the nearest cache. */
const FILTER_BITS = 17;
const KEY_LENGTH = 4;

/** Hash of two characters. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
}

/** The bit of a hash in the filter, 0 or 1. */
export function bitOf(filter: Uint8Array, hash: number): number {
  const bit = hash >>> (32 - FILTER_BITS);
  return (filter[bit >> 3]! >> (bit & 7)) & 1;
}

/** Whether the filter has the bit of a hash. */
export function passes(filter: Uint8Array, hash: number): boolean {
  return bitOf(filter, hash) === 1;
}

/**
 * Many words looked for in one pass. `pairs` tells whether a word may begin with two characters; a word is then found
 * by its first four, shorter ones by all of theirs: 中国、社会 begin too many. Words have two characters or more.
 */
export class WordTable<T> {
  /** One bit a pair: whether a word may begin so. */
  readonly pairs = new Uint8Array(1 << (FILTER_BITS - 3));
  private readonly starts = new Uint8Array(1 << (FILTER_BITS - 3));
  private readonly keys: Int32Array;
  private readonly buckets: Int32Array;
  private readonly entries: TableWord<T>[][] = [];
  private readonly mask: number;

  constructor(words: ReadonlyMap<string, readonly T[]>) {
    let size = 1024;
    while (size < words.size * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.buckets = new Int32Array(size);
    for (const [word, owners] of words) this.add({ word, owners });
    for (const bucket of this.entries) bucket.sort((a, b) => b.word.length - a.word.length);
  }

  /** Gives every word that stands at `at` and ends by `limit`, longest first. */
  findAt(text: string, at: number, limit: number, take: (word: TableWord<T>, at: number) => void): void {
    const { starts } = this;
    const two = hashPair(text.charCodeAt(at), text.charCodeAt(at + 1));
    if (at + 2 < limit) {
      const three = lengthen(two, text.charCodeAt(at + 2));
      if (at + 3 < limit) {
        const four = lengthen(three, text.charCodeAt(at + 3));
        if (passes(starts, four)) this.compare(four, text, at, limit, take);
      }
      if (passes(starts, three)) this.compare(three, text, at, limit, take);
    }
    if (passes(starts, two)) this.compare(two, text, at, limit, take);
  }

  private compare(
    hash: number,
    text: string,
    at: number,
    limit: number,
    take: (word: TableWord<T>, at: number) => void,
  ): void {
    const bucket = this.buckets[this.find(hash)]!;
    if (bucket === 0) return;
    for (const entry of this.entries[bucket - 1]!)
      if (at + entry.word.length <= limit && standsAt(entry.word, text, at)) take(entry, at);
  }

  private add(entry: TableWord<T>): void {
    const { word } = entry;
    if (word.length < 2) throw new RangeError(`a word of two characters or more: ${word}`);
    let hash = hashPair(word.charCodeAt(0), word.charCodeAt(1));
    setBit(this.pairs, hash);
    for (let at = 2; at < Math.min(word.length, KEY_LENGTH); at += 1) hash = lengthen(hash, word.charCodeAt(at));
    setBit(this.starts, hash);
    const slot = this.find(hash);
    if (this.buckets[slot] === 0) {
      this.keys[slot] = hash;
      this.buckets[slot] = this.entries.push([]);
    }
    this.entries[this.buckets[slot]! - 1]!.push(entry);
  }

  private find(hash: number): number {
    let slot = (hash >>> 7) & this.mask;
    while (this.buckets[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function lengthen(hash: number, next: number): number {
  return Math.imul(hash ^ next, 0xc2b2ae35);
}

function setBit(filter: Uint8Array, hash: number): void {
  const bit = hash >>> (32 - FILTER_BITS);
  filter[bit >> 3]! |= 1 << (bit & 7);
}

/** Character by character: most words are short, and a call into the runtime costs more than they do. */
function standsAt(word: string, text: string, at: number): boolean {
  for (let index = 0; index < word.length; index += 1)
    if (word.charCodeAt(index) !== text.charCodeAt(at + index)) return false;
  return true;
}
