import { isSettledWord } from './across/is-settled-word.ts';
import { findBlock } from './across/find-block.ts';
import { buildDispatch, type Dispatch, type Runner } from './dispatch.ts';
import { liesInZone } from './find-zone.ts';
import type { Draft } from './identify-findings.ts';
import type { Book, Passage, Reader, Report, Rule } from './rule.ts';
import type { Settings } from './settings.ts';
import type { Block, BlockKind, Volume } from './volume.ts';

/** Opens a book for review (全书): what its readers read is kept as long as the book is. */
export function openBook(volume: Volume, settings: Settings): Book {
  const kept = new Map<Reader<unknown>, unknown>();
  return {
    volume,
    settings,
    read<T>(reader: Reader<T>): T {
      if (!kept.has(reader)) kept.set(reader, reader(volume, settings));
      return kept.get(reader) as T;
    },
  };
}

/** Rules made ready to run: over one block at a time, and over the whole book. */
export interface Scanner {
  readonly scanBlock: (book: Book, block: Block) => Draft[];
  readonly scanBook: (book: Book) => Draft[];
}

/** Scanners by their list of rules: what they listen for is the same in every book. */
const SCANNERS = new WeakMap<readonly Rule[], Scanner>();

/** Makes rules ready; the tables of what they listen for are built once for each list of rules. */
export function startRules(rules: readonly Rule[]): Scanner {
  let scanner = SCANNERS.get(rules);
  if (scanner === undefined) SCANNERS.set(rules, (scanner = buildScanner(rules)));
  return scanner;
}

/** What is being read, and what was reported of it so far. */
interface Reading {
  passage: Passage | undefined;
  drafts: Draft[];
}

function buildScanner(rules: readonly Rule[]): Scanner {
  const reading: Reading = { passage: undefined, drafts: [] };
  const runners = rules.map((rule) => startRule(rule, reading));
  const dispatches = new Map<BlockKind, Dispatch>();
  return {
    scanBlock(book, block) {
      let dispatch = dispatches.get(block.kind);
      if (dispatch === undefined) dispatches.set(block.kind, (dispatch = buildDispatch(runners, block.kind)));
      reading.drafts = [];
      reading.passage = passageOf(book, block);
      dispatch.scan(reading.passage);
      return finish(reading);
    },
    scanBook(book) {
      reading.drafts = [];
      for (const runner of runners) checkBook(book, runner, reading);
      return finish(reading);
    },
  };
}

/** Gives up the book and its drafts: the scanner outlives the review. */
function finish(reading: Reading): Draft[] {
  const { drafts } = reading;
  reading.passage = undefined;
  reading.drafts = [];
  return drafts;
}

/** Takes the findings of one rule in text order; one closure a rule, so that a trigger costs no allocation. */
function startRule(rule: Rule, reading: Reading): Runner {
  const report: Report = (start, end, message, detail = {}) => {
    const { passage } = reading;
    if (passage === undefined) return;
    for (const zone of rule.exempt) if (liesInZone(zone, passage, start)) return;
    if (isSettledWord(rule, passage, start, end)) return;
    // Half a rare character at either end: a word counted off in units was read in the wrong place.
    if (isLowSurrogate(passage.text.charCodeAt(start)) || isLowSurrogate(passage.text.charCodeAt(end))) return;
    reading.drafts.push({ rule, passage, start, end, message, detail });
  };
  return { rule, report, wordAt: -1 };
}

function checkBook(book: Book, { rule, report }: Runner, reading: Reading): void {
  if (!('checkBook' in rule)) return;
  rule.checkBook(book, (start, end, message, detail) => {
    const block = book.volume.blocks[findBlock(book.volume.blocks, start)];
    if (block === undefined) return;
    reading.passage = passageOf(book, block);
    report(start, end, message, detail);
  });
}

/** A block of a book as rules see it (一段). */
export function passageOf(book: Book, block: Block): Passage {
  const { volume, settings, read } = book;
  return { volume, settings, read, text: volume.text, block, start: block.start, end: block.end };
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
