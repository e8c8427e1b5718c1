import { chooseRules } from './choose-rules.ts';
import type { Finding } from './finding.ts';
import { identifyFindings, type Draft } from './identify-findings.ts';
import type { Preset } from './presets.ts';
import type { Rule } from './rule.ts';
import type { RuleId } from './rules/index.ts';
import { openBook, startRules } from './scan-book.ts';
import type { Settings } from './settings.ts';
import type { Volume } from './volume.ts';

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
  const scanner = startRules(rules);
  const drafts: Draft[] = [];
  // Not by a loop: one that long is compiled anew at every review, with all that is called in it.
  volume.blocks.forEach((block) => {
    for (const draft of scanner.scanBlock(book, block)) drafts.push(draft);
  });
  for (const draft of scanner.scanBook(book)) drafts.push(draft);
  return identifyFindings(volume, drafts, everyPlace);
}
