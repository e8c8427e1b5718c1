/** One wrong form and the form meant (误写): `布署` → `部署`; both have the same length. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  /** What it is: `idiom`, `variant` …; each rule takes its own. */
  readonly kind: string;
  /** Contexts in which the characters are innocent, the form itself written `~`: `按装` in `~机` is 按装机容量. */
  readonly except?: string;
}

/** Where a wrong form was found (误写之处). */
export interface WrongPlace {
  readonly start: number;
  readonly end: number;
  readonly word: WrongWord;
}

interface Anchored {
  readonly word: WrongWord;
  /** Where the anchor stands within the wrong form. */
  readonly offset: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const BITS = 20;
const NONE: readonly WrongPlace[] = [];

/**
 * Wrong forms found by the two characters around the wrong one (误写表): those stand together nearly nowhere in right
 * text, while 再接 of 再接再励 does. A bit a pair tells at once where there is nothing.
 */
export class WrongWords {
  private readonly bits = new Int32Array(1 << (BITS - 5));
  private readonly byAnchor = new Map<number, Anchored[]>();

  constructor(words: readonly WrongWord[]) {
    for (const word of words) this.add(word);
    for (const same of this.byAnchor.values()) same.sort((a, b) => b.word.wrong.length - a.word.wrong.length);
  }

  /** Every wrong form in `[start, end)`, in text order, none over another, the longest at each anchor. */
  scan(text: string, start: number, end: number): readonly WrongPlace[] {
    let places: WrongPlace[] | undefined;
    const last = end - 1;
    let past = start;
    let code = start < end ? text.charCodeAt(start) : 0;
    for (let at = start; at < last; at += 1) {
      const next = text.charCodeAt(at + 1);
      const hash = hashPair(code, next);
      if ((this.bits[hash >>> 5]! & (1 << (hash & 31))) !== 0) {
        const place = this.findAt(text, at, start, end);
        if (place !== undefined && place.start >= past) {
          (places ??= []).push(place);
          past = place.end;
        }
      }
      code = next;
    }
    return places ?? NONE;
  }

  private add(word: WrongWord): void {
    const offset = anchorOf(word);
    const contexts = (word.except ?? '').split(' ').filter((context) => context !== '');
    const anchored: Anchored = {
      word,
      offset,
      before: contexts.filter((context) => context.endsWith('~')).map((context) => context.slice(0, -1)),
      after: contexts.filter((context) => context.startsWith('~')).map((context) => context.slice(1)),
    };
    const first = word.wrong.charCodeAt(offset);
    const second = word.wrong.charCodeAt(offset + 1);
    const hash = hashPair(first, second);
    this.bits[hash >>> 5]! |= 1 << (hash & 31);
    const same = this.byAnchor.get(first * 65_536 + second);
    if (same === undefined) this.byAnchor.set(first * 65_536 + second, [anchored]);
    else same.push(anchored);
  }

  private findAt(text: string, at: number, from: number, to: number): WrongPlace | undefined {
    const same = this.byAnchor.get(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1));
    for (const { word, offset, before, after } of same ?? []) {
      const start = at - offset;
      const end = start + word.wrong.length;
      if (start < from || end > to || !text.startsWith(word.wrong, start)) continue;
      if (before.some((context) => text.startsWith(context, start - context.length))) continue;
      if (after.some((context) => text.startsWith(context, end))) continue;
      return { start, end, word };
    }
    return undefined;
  }
}

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
}

/** The pair that holds the first wrong character and its neighbour behind it, or before it at the end of the word. */
function anchorOf({ wrong, right }: WrongWord): number {
  let at = 0;
  while (at < wrong.length - 1 && wrong[at] === right[at]) at += 1;
  return Math.min(at, wrong.length - 2);
}
