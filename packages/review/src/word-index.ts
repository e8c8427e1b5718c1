/** A word and who asked for it. */
interface Entry<T> {
  readonly word: string;
  readonly owners: readonly T[];
}

/** Bits of the filter: with some ten thousand words one place in twenty passes by chance, and it fits the nearest cache. */
const FILTER_BITS = 18;

/** Place of a pair of characters in the filter. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - FILTER_BITS);
}

/**
 * Many words looked for in one pass (词表): the first two characters of each word are hashed, so that a place where no
 * word begins costs one bit. Words have two characters or more.
 */
export class WordIndex<T> {
  /** One bit a hashed pair: whether a word may begin with it. */
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

  /** The words that begin with this pair, longest first; the rest of each is still to be compared. */
  candidates(first: number, second: number): readonly Entry<T>[] | undefined {
    const bucket = this.buckets[this.find((first << 16) | second)]!;
    return bucket === 0 ? undefined : this.entries[bucket - 1];
  }

  private add(entry: Entry<T>): void {
    if (entry.word.length < 2) throw new RangeError(`a word of two characters or more: ${entry.word}`);
    const first = entry.word.charCodeAt(0);
    const second = entry.word.charCodeAt(1);
    const bit = hashPair(first, second);
    this.filter[bit >> 3]! |= 1 << (bit & 7);
    const key = (first << 16) | second;
    const slot = this.find(key);
    if (this.buckets[slot] === 0) {
      this.keys[slot] = key;
      this.buckets[slot] = this.entries.push([]);
    }
    this.entries[this.buckets[slot]! - 1]!.push(entry);
  }

  private find(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 11) & this.mask;
    while (this.buckets[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
