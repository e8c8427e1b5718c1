/** A word and who asked for it. */
interface Entry<T> {
  readonly word: string;
  readonly owners: readonly T[];
}

/**
 * Many words looked for in one pass (词表): the first two characters of each word are hashed, so that a place where no
 * word begins costs two table reads. Words have two characters or more.
 */
export class WordIndex<T> {
  /** Character code → whether a word has it second. */
  private readonly seconds = new Uint8Array(65_536);
  private readonly keys: Int32Array;
  private readonly buckets: Int32Array;
  private readonly entries: Entry<T>[][] = [];
  private readonly mask: number;

  constructor(words: ReadonlyMap<string, readonly T[]>) {
    let size = 1024;
    while (size < words.size * 4) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.buckets = new Int32Array(size);
    for (const [word, owners] of words) this.add({ word, owners });
    for (const bucket of this.entries) bucket.sort((a, b) => b.word.length - a.word.length);
  }

  /** The words whose first two characters stand at `at`, longest first; the rest of each is still to be compared. */
  candidatesAt(text: string, at: number): readonly Entry<T>[] | undefined {
    const second = text.charCodeAt(at + 1);
    if (this.seconds[second] !== 1) return undefined;
    const slot = this.find((text.charCodeAt(at) << 16) | second);
    const bucket = this.buckets[slot]!;
    return bucket === 0 ? undefined : this.entries[bucket - 1];
  }

  private add(entry: Entry<T>): void {
    const first = entry.word.charCodeAt(0);
    const second = entry.word.charCodeAt(1);
    if (entry.word.length < 2) throw new RangeError(`a word of two characters or more: ${entry.word}`);
    this.seconds[second] = 1;
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
