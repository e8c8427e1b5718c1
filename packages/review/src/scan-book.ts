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

/** Makes rules ready; the tables of what they listen for are built once. */
export function startRules(rules: readonly Rule[]): Scanner {
  let drafts: Draft[] = [];
  const take = (draft: Draft) => drafts.push(draft);
  const runners = rules.map((rule) => startRule(rule, take));
  const dispatches = new Map<BlockKind, Dispatch>();
  const collect = (work: () => void): Draft[] => {
    drafts = [];
    work();
    return drafts;
  };
  return {
    scanBlock: (book, block) =>
      collect(() => {
        let dispatch = dispatches.get(block.kind);
        if (dispatch === undefined) dispatches.set(block.kind, (dispatch = buildDispatch(runners, block.kind)));
        dispatch.scan(passageOf(book, block));
      }),
    scanBook: (book) =>
      collect(() => {
        for (const runner of runners) checkBook(book, runner);
      }),
  };
}

/** Takes the findings of one rule in text order; one closure a rule, so that a trigger costs no allocation. */
function startRule(rule: Rule, take: (draft: Draft) => void): Runner {
  let current: Passage | undefined;
  const report: Report = (start, end, message, detail = {}) => {
    if (current === undefined || rule.exempt.some((zone) => liesInZone(zone, current!, start))) return;
    take({ rule, passage: current, start, end, message, detail });
  };
  return {
    rule,
    wordAt: -1,
    within(passage) {
      current = passage;
      return report;
    },
  };
}

function checkBook(book: Book, { rule, within }: Runner): void {
  if (!('checkBook' in rule)) return;
  rule.checkBook(book, (start, end, message, detail) => {
    const block = findBlock(book.volume.blocks, start);
    if (block !== undefined) within(passageOf(book, block))(start, end, message, detail);
  });
}

function passageOf(book: Book, block: Block): Passage {
  const { volume, settings, read } = book;
  return { volume, settings, read, text: volume.text, block, start: block.start, end: block.end };
}

/** The block a place lies in, by halving. */
function findBlock(blocks: readonly Block[], at: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle]!;
    if (at < block.start) high = middle - 1;
    else if (at >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}
