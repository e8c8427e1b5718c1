/** A word and who asked for it. */
interface Entry<T> {
  readonly word: string;
  readonly owners: readonly T[];
}

/** Bits of the filter: with some ten thousand words it is sparse, and it fits the nearest cache. */
const FILTER_BITS = 17;

/** Hash of two characters. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
}

/** Hash of three characters, from that of the first two. */
export function hashTriple(pair: number, third: number): number {
  return Math.imul(pair ^ third, 0xc2b2ae35);
}

/**
 * Many words looked for in one pass: by their first three characters, those of two by both. A place where no word
 * begins costs two bits. Words have two characters or more.
 */
export class WordIndex<T> {
  /** One bit a hash: whether a word may begin so. */
  readonly filter = new Uint8Array(1 << (FILTER_BITS - 3));
  private readonly keys: Int32Array;
  private readonly buckets: Int32Array;
  private readonly entries: Entry<T>[][] = [];
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

  /** The words that may begin with these characters, longest first; each is still to be compared. */
  candidates(hash: number): readonly Entry<T>[] | undefined {
    const bucket = this.buckets[this.find(hash)]!;
    return bucket === 0 ? undefined : this.entries[bucket - 1];
  }

  private add(entry: Entry<T>): void {
    const { word } = entry;
    if (word.length < 2) throw new RangeError(`a word of two characters or more: ${word}`);
    const pair = hashPair(word.charCodeAt(0), word.charCodeAt(1));
    const hash = word.length === 2 ? pair : hashTriple(pair, word.charCodeAt(2));
    const bit = hash >>> (32 - FILTER_BITS);
    this.filter[bit >> 3]! |= 1 << (bit & 7);
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

/** Whether the filter has the bit of a hash. */
export function passes(filter: Uint8Array, hash: number): boolean {
  const bit = hash >>> (32 - FILTER_BITS);
  return (filter[bit >> 3]! & (1 << (bit & 7))) !== 0;
}
