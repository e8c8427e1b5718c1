import { diffSequences } from './diff-sequences.ts';
import { segmentWords } from './segment-words.ts';

/** A piece of a word-level comparison (词级比对). */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What stands between two changes and is at most so long and no longer than either is read as part of them. */
const LONGEST_CONFETTI = 4;

/** A stretch that both texts have, then what the one has and the other has instead. */
interface Hunk {
  same: string;
  removed: string;
  added: string;
}

/**
 * Compares two texts word by word (词级比对), for people to read: same and removed together are `before`, same and added
 * together `after`; what was removed stands ahead of what came instead.
 */
export function diffWords(before: string, after: string): Change[] {
  const hunks = joinConfetti(listHunks(segmentWords(before), segmentWords(after))).map(trimHunk);
  const changes: Change[] = [];
  const add = (kind: Change['kind'], text: string) => {
    const last = changes[changes.length - 1];
    if (text !== '' && last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else if (text !== '') changes.push({ kind, text });
  };
  for (const { same, removed, added, tail } of hunks) {
    add('same', same);
    add('removed', removed);
    add('added', added);
    add('same', tail);
  }
  return changes;
}

function listHunks(a: readonly string[], b: readonly string[]): Hunk[] {
  const known = new Map<string, number>();
  const number = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      if (!known.has(word)) known.set(word, known.size);
      return known.get(word)!;
    });
  const partners = diffSequences(number(a), number(b));
  const hunks: Hunk[] = [];
  let [inA, inB] = [0, 0];
  while (inA < a.length || inB < b.length) {
    const hunk = { same: '', removed: '', added: '' };
    while (inA < a.length && partners[inA] === inB) {
      hunk.same += a[inA++]!;
      inB += 1;
    }
    while (inA < a.length && partners[inA]! < 0) hunk.removed += a[inA++]!;
    const end = inA < a.length ? partners[inA]! : b.length;
    while (inB < end) hunk.added += b[inB++]!;
    hunks.push(hunk);
  }
  return hunks;
}

/** Joins changes that only a scrap of common text parts, or people would read single characters in two colours. */
function joinConfetti(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined[joined.length - 1];
    const size = ({ removed, added }: Hunk) => Math.max(removed.length, added.length);
    const isScrap = (least: number) => hunk.same.length <= Math.min(LONGEST_CONFETTI, least);
    if (last && size(last) > 0 && size(hunk) > 0 && isScrap(Math.min(size(last), size(hunk)))) {
      last.removed += hunk.same + hunk.removed;
      last.added += hunk.same + hunk.added;
    } else joined.push({ ...hunk });
  }
  return joined;
}

/** Where one half of a change is only the other with something more, the change is what there is more. */
function trimHunk({ same, removed, added }: Hunk): Hunk & { tail: string } {
  const [a, b] = [[...removed], [...added]];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  while (head > 0 && (isInWord(a, head) || isInWord(b, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  while (tail > 0 && (isInWord(a, a.length - tail) || isInWord(b, b.length - tail))) tail -= 1;
  // Two words that share a character are two words still.
  if (head + tail < most) return { same, removed, added, tail: '' };
  const middle = (characters: string[]) => characters.slice(head, characters.length - tail).join('');
  return {
    same: same + a.slice(0, head).join(''),
    removed: middle(a),
    added: middle(b),
    tail: a.slice(a.length - tail).join(''),
  };
}

/** Whether a cut here would tear a number or a Latin word. */
function isInWord(characters: readonly string[], at: number): boolean {
  const isPart = (character: string | undefined) => character !== undefined && /[\d.．%％‰A-Za-z]/.test(character);
  return isPart(characters[at - 1]) && isPart(characters[at]);
}
