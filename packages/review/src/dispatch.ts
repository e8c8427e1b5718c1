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
      const { text, end } = passage;
      let digits = passage.start;
      for (let at = passage.start; at < end; at += 1) {
        const code = text.charCodeAt(at);
        const flag = flags[code]!;
        if (flag === 0) continue;
        if ((flag & FIRST) !== 0 && at + 1 < end) {
          const pair = hashPair(code, text.charCodeAt(at + 1));
          // Longer words first: the longest word of a rule at a place is its only hit there.
          if (at + 2 < end) {
            const triple = hashTriple(pair, text.charCodeAt(at + 2));
            if (passes(filter, triple)) findWords(index, passage, at, triple);
          }
          if (passes(filter, pair)) findWords(index, passage, at, pair);
        }
        if ((flag & CHARACTER) !== 0) for (const check of checks[slots[code]!]!) check(passage, at);
        if ((flag & DIGIT) !== 0 && at >= digits) {
          digits = at + 1;
          while (digits < end && isDigit(text.charCodeAt(digits))) digits += 1;
          for (const check of numbers) check(passage, at, digits);
        }
      }
    },
  };
}

function findWords(index: WordIndex<WordHit>, passage: Passage, at: number, hash: number): void {
  const candidates = index.candidates(hash);
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
