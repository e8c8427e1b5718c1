import type { Passage, Report, Rule } from './rule.ts';
import { bitOf, hashPair, WordTable, type TableWord } from './word-table.ts';
import type { BlockKind } from './volume.ts';

/** One rule at work: what it reports speaks of the passage that is being read. */
export interface Runner {
  readonly rule: Rule;
  readonly report: Report;
  /** Last marked place where a word of this rule was found: a shorter one at the same place is not another hit. */
  wordAt: number;
}

interface CharacterHit {
  readonly report: Report;
  readonly check: (passage: Passage, at: number, report: Report) => void;
}

interface SpanHit {
  readonly runner: Runner;
  readonly report: Report;
  readonly check: (passage: Passage, start: number, end: number, report: Report) => void;
}

interface WholeHit {
  readonly report: Report;
  readonly check: (passage: Passage, report: Report) => void;
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
  const wholes: WholeHit[] = [];
  const ends: WholeHit[] = [];
  const checks: CharacterHit[][] = [[]];
  const slots = new Uint16Array(65_536);
  const flags = new Uint8Array(65_536);
  const words = new Map<string, SpanHit[]>();
  const numbers: SpanHit[] = [];
  for (const runner of runners) {
    const { rule, report } = runner;
    if ('checkBook' in rule) continue;
    if ('checkTable' in rule) {
      if (kind === 'table') wholes.push({ report, check: rule.checkTable });
      continue;
    }
    if (!(rule.blocks ?? DEFAULT_KINDS).includes(kind)) continue;
    if ('checkPassage' in rule) wholes.push({ report, check: rule.checkPassage });
    else if ('checkWord' in rule) {
      const hit = { runner, report, check: rule.checkWord };
      for (const word of new Set(rule.words)) {
        const hits = words.get(word);
        if (hits === undefined) words.set(word, [hit]);
        else hits.push(hit);
      }
    } else if ('checkDigits' in rule) numbers.push({ runner, report, check: rule.checkDigits });
    else {
      for (const character of new Set(rule.on)) {
        const code = character.charCodeAt(0);
        if (slots[code] === 0) slots[code] = checks.push([]) - 1;
        flags[code]! |= CHARACTER;
        checks[slots[code]!]!.push({ report, check: rule.check });
      }
      if (rule.finish !== undefined) ends.push({ report, check: rule.finish });
    }
  }
  const table = new WordTable(words);
  const { pairs } = table;
  for (const word of words.keys()) flags[word.charCodeAt(0)]! |= FIRST;
  if (numbers.length > 0) for (let code = 0x30; code <= 0x39; code += 1) flags[code]! |= DIGIT;
  const listens = words.size > 0 || numbers.length > 0 || checks.length > 1;
  let current: Passage;
  const takeWord = ({ word, owners }: TableWord<SpanHit>, at: number): void => {
    for (const { runner, report, check } of owners) {
      if (runner.wordAt === serial) continue;
      runner.wordAt = serial;
      check(current, at, at + word.length, report);
    }
  };

  return {
    scan(passage) {
      for (const { check, report } of wholes) check(passage, report);
      if (!listens) return;
      current = passage;
      const { text, end: limit } = passage;
      // First where something may be, then what: a loop without calls keeps its tables at hand.
      const count = markPlaces(text, passage.start, limit, flags, pairs);
      for (let mark = 0; mark < count; mark += 1) {
        const found = places[mark]!;
        const at = found >> 3;
        // Longer words first: the longest word of a rule at a place is its only hit there.
        if ((found & WORD) !== 0) {
          serial = (serial + 1) | 0;
          table.findAt(text, at, limit, takeWord);
        }
        if ((found & CHARACTER) !== 0)
          for (const { check, report } of checks[slots[text.charCodeAt(at)]!]!) check(passage, at, report);
        if ((found & DIGIT) !== 0) {
          let end = at + 1;
          while (end < limit && isDigit(text.charCodeAt(end))) end += 1;
          for (const { check, report } of numbers) check(passage, at, end, report);
        }
      }
      for (const { check, report } of ends) check(passage, report);
    },
  };
}

/** Number of the place that is being looked at, over all blocks and books. */
let serial = 0;

/** Places of one block at which something may be, as `place << 3 | what`; made larger for a longer block. */
let places = new Int32Array(4096);

/** Marks the places of a block where a character is asked for, a run of digits begins or a word may begin. */
function markPlaces(text: string, start: number, end: number, flags: Uint8Array, pairs: Uint8Array): number {
  if (places.length <= end - start) places = new Int32Array(2 * (end - start));
  const marked = places;
  let count = 0;
  let wasDigit = 0;
  let code = start < end ? text.charCodeAt(start) : 0;
  for (let at = start; at < end; at += 1) {
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
    const flag = flags[code]!;
    // Without branches: what comes next cannot be guessed, and a wrong guess costs more than all of this.
    const found =
      (flag & CHARACTER) | (flag & DIGIT & ~wasDigit) | (flag & FIRST & (bitOf(pairs, hashPair(code, next)) << 2));
    wasDigit = flag & DIGIT;
    marked[count] = (at << 3) | found;
    count += (found + 7) >> 3;
    code = next;
  }
  return count;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
