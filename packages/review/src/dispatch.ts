import type { Passage, Report, Rule } from './rule.ts';
import { hashPair, hashTriple, passes, WordIndex } from './word-index.ts';
import type { BlockKind } from './volume.ts';

/** One rule at work in this review: its reports go to the drafts of the review. */
export interface Runner {
  readonly rule: Rule;
  /** Makes the report speak of this passage. */
  readonly within: (passage: Passage) => Report;
  /** Last place where a word of this rule was found: a shorter one at the same place is not another hit. */
  wordAt: number;
}

type At = (passage: Passage, at: number) => void;
type From = (passage: Passage, start: number, end: number) => void;

interface WordHit {
  readonly runner: Runner;
  readonly check: From;
}

/** What listens in one kind of block. */
export interface Dispatch {
  readonly scan: (passage: Passage) => void;
}

const CHARACTER = 1;
const DIGIT = 2;
const FIRST = 4;
const WORD = 4;
const DEFAULT_KINDS: readonly BlockKind[] = ['paragraph', 'note'];

/** Builds the one pass over a kind of block in which every rule hears what it asked for. */
export function buildDispatch(runners: readonly Runner[], kind: BlockKind): Dispatch {
  const wholes: ((passage: Passage) => void)[] = [];
  const checks: At[][] = [[]];
  const slots = new Uint16Array(65_536);
  const flags = new Uint8Array(65_536);
  const words = new Map<string, WordHit[]>();
  const numbers: From[] = [];
  for (const runner of runners) {
    const { rule, within } = runner;
    if ('checkBook' in rule) continue;
    if ('checkTable' in rule) {
      if (kind === 'table') wholes.push((passage) => rule.checkTable(passage, within(passage)));
      continue;
    }
    if (!(rule.blocks ?? DEFAULT_KINDS).includes(kind)) continue;
    if ('checkPassage' in rule) wholes.push((passage) => rule.checkPassage(passage, within(passage)));
    else if ('checkWord' in rule) {
      const check: From = (passage, start, end) => rule.checkWord(passage, start, end, within(passage));
      for (const word of new Set(rule.words)) {
        const hits = words.get(word);
        if (hits === undefined) words.set(word, [{ runner, check }]);
        else hits.push({ runner, check });
      }
    } else if ('checkDigits' in rule) {
      numbers.push((passage, start, end) => rule.checkDigits(passage, start, end, within(passage)));
    } else {
      const check: At = (passage, at) => rule.check(passage, at, within(passage));
      for (const character of new Set(rule.on)) {
        const code = character.charCodeAt(0);
        if (slots[code] === 0) slots[code] = checks.push([]) - 1;
        flags[code]! |= CHARACTER;
        checks[slots[code]!]!.push(check);
      }
    }
  }
  const index = new WordIndex(words);
  const { filter } = index;
  for (const word of words.keys()) flags[word.charCodeAt(0)]! |= FIRST;
  if (numbers.length > 0) for (let code = 0x30; code <= 0x39; code += 1) flags[code]! |= DIGIT;
  const listens = words.size > 0 || numbers.length > 0 || checks.length > 1;

  return {
    scan(passage) {
      for (const whole of wholes) whole(passage);
      if (!listens) return;
      const { text } = passage;
      // First where something may be, then what: a loop without calls keeps its tables at hand.
      const count = markPlaces(text, passage.start, passage.end, flags, filter);
      for (let mark = 0; mark < count; mark += 1) {
        const at = places[mark]! >> 3;
        const found = places[mark]!;
        // Longer words first: the longest word of a rule at a place is its only hit there.
        if ((found & WORD) !== 0) findWords(index, passage, at);
        if ((found & CHARACTER) !== 0) for (const check of checks[slots[text.charCodeAt(at)]!]!) check(passage, at);
        if ((found & DIGIT) !== 0) {
          let end = at + 1;
          while (end < passage.end && isDigit(text.charCodeAt(end))) end += 1;
          for (const check of numbers) check(passage, at, end);
        }
      }
    },
  };
}

/** Places of one block at which something may be, as `place << 3 | what`; made larger for a longer block. */
let places = new Int32Array(4096);

/** Marks the places of a block where a character is asked for, a run of digits begins or a word may begin. */
function markPlaces(text: string, start: number, end: number, flags: Uint8Array, filter: Uint8Array): number {
  if (places.length < end - start) places = new Int32Array(2 * (end - start));
  const marked = places;
  let count = 0;
  let wasDigit = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const flag = flags[code]!;
    if (flag === 0) {
      wasDigit = false;
      continue;
    }
    let found = flag & CHARACTER;
    if ((flag & DIGIT) !== 0 && !wasDigit) found |= DIGIT;
    wasDigit = (flag & DIGIT) !== 0;
    if ((flag & FIRST) !== 0 && at + 1 < end) {
      const pair = hashPair(code, text.charCodeAt(at + 1));
      if (passes(filter, pair) || (at + 2 < end && passes(filter, hashTriple(pair, text.charCodeAt(at + 2)))))
        found |= WORD;
    }
    if (found !== 0) {
      marked[count] = (at << 3) | found;
      count += 1;
    }
  }
  return count;
}

function findWords(index: WordIndex<WordHit>, passage: Passage, at: number): void {
  const { text } = passage;
  const pair = hashPair(text.charCodeAt(at), text.charCodeAt(at + 1));
  if (at + 2 < passage.end) takeWords(index.candidates(hashTriple(pair, text.charCodeAt(at + 2))), passage, at);
  takeWords(index.candidates(pair), passage, at);
}

function takeWords(candidates: ReturnType<WordIndex<WordHit>['candidates']>, passage: Passage, at: number): void {
  if (candidates === undefined) return;
  for (const { word, owners } of candidates) {
    const end = at + word.length;
    if (end > passage.end || !passage.text.startsWith(word, at)) continue;
    for (const { runner, check } of owners) {
      if (runner.wordAt === at) continue;
      runner.wordAt = at;
      check(passage, at, end);
    }
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
