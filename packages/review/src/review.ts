import { chooseRules } from './choose-rules.ts';
import { buildDispatch, type Dispatch, type Runner } from './dispatch.ts';
import type { Finding } from './finding.ts';
import { liesInZone } from './find-zone.ts';
import { identifyFindings, type Draft } from './identify-findings.ts';
import type { Preset } from './presets.ts';
import type { Book, Passage, Reader, Report, Rule } from './rule.ts';
import type { RuleId } from './rules/index.ts';
import type { Settings } from './settings.ts';
import type { Block, BlockKind, Volume } from './volume.ts';

/** What to run and by what: a preset (类型), or exactly these rules; everything where neither is given. */
export interface ReviewOptions {
  readonly preset?: Preset;
  readonly rules?: readonly RuleId[];
  readonly settings?: Settings;
  /** Tells every place of a habit of the book (习惯写法), not the first alone: for edits of the whole book. */
  readonly everyPlace?: boolean;
}

/** Reviews a volume (审校): findings sorted by place, the same whatever the order of rules. Reads the text once. */
export function review(volume: Volume, options: ReviewOptions = {}): Finding[] {
  return runRules(volume, chooseRules(options.preset, options.rules), options);
}

/** Runs exactly these rules; the door for the rule tester, which also runs rules that are in no preset. */
export function runRules(
  volume: Volume,
  rules: readonly Rule[],
  { settings = {}, everyPlace = false }: Pick<ReviewOptions, 'settings' | 'everyPlace'> = {},
): Finding[] {
  const book = openBook(volume, settings);
  const drafts: Draft[] = [];
  const runners = rules.map((rule) => startRule(rule, drafts));
  const dispatches = new Map<BlockKind, Dispatch>();
  for (const block of volume.blocks) {
    let dispatch = dispatches.get(block.kind);
    if (dispatch === undefined) dispatches.set(block.kind, (dispatch = buildDispatch(runners, block.kind)));
    dispatch.scan(passageOf(book, block));
  }
  checkBook(book, rules, drafts);
  return identifyFindings(volume, drafts, everyPlace);
}

function openBook(volume: Volume, settings: Settings): Book {
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

function passageOf({ volume, settings, read }: Book, block: Block): Passage {
  return { volume, settings, read, text: volume.text, block, start: block.start, end: block.end };
}

/** Takes the findings of one rule in text order; one closure a rule, so that a trigger costs no allocation. */
function startRule(rule: Rule, drafts: Draft[]): Runner {
  let current: Passage | undefined;
  const report: Report = (start, end, message, detail = {}) => {
    if (current === undefined || rule.exempt.some((zone) => liesInZone(zone, current!, start))) return;
    const safe = detail.replacement === undefined || mayEdit(rule, current, start);
    const kept = safe ? detail : { evidence: detail.evidence };
    drafts.push({ rule, node: current.block.node, start, end, message, detail: kept });
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

function checkBook(book: Book, rules: readonly Rule[], drafts: Draft[]): void {
  for (const rule of rules) {
    if (!('checkBook' in rule)) continue;
    const { within } = startRule(rule, drafts);
    rule.checkBook(book, (start, end, message, detail) => {
      const block = findBlock(book.volume.blocks, start);
      if (block !== undefined) within(passageOf(book, block))(start, end, message, detail);
    });
  }
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

/** No ready edit for political and secrecy matters, nor in a sentence that names leaders or the centre. */
function mayEdit(rule: Rule, passage: Passage, at: number): boolean {
  return rule.family !== 'political' && rule.family !== 'secrecy' && !liesInZone('solemn', passage, at);
}
