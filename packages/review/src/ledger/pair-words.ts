/** Characters with which words of a list begin, and those with which they end: one bit a list. */
const FIRST = new Uint16Array(65_536);
const SECOND = new Uint16Array(65_536);
let lists = 0;

/** Words of two characters, looked up in a text without strings; nearly every place fails at its two bits. */
export class PairWords {
  private readonly bit: number;
  private readonly pairs: ReadonlySet<number>;

  constructor(words: readonly string[]) {
    this.bit = 1 << lists;
    lists += 1;
    if (lists > 16) throw new RangeError('a bit for every list of pairs');
    for (const word of words) {
      FIRST[word.charCodeAt(0)]! |= this.bit;
      SECOND[word.charCodeAt(1)]! |= this.bit;
    }
    this.pairs = new Set(words.map((word) => pairOf(word, 0)));
  }

  /** Whether one of the words stands at a place. */
  standsAt(text: string, at: number): boolean {
    const bits = FIRST[text.charCodeAt(at)]! & SECOND[text.charCodeAt(at + 1)]!;
    return (bits & this.bit) !== 0 && this.pairs.has(pairOf(text, at));
  }
}

function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}
