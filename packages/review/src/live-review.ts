import { chooseRules } from './choose-rules.ts';
import { editBlocks } from './edit-blocks.ts';
import type { Finding } from './finding.ts';
import { identifyFindings } from './identify-findings.ts';
import { keepDrafts } from './keep-drafts.ts';
import { moveEvidence } from './move-evidence.ts';
import type { ReviewOptions } from './review.ts';
import { openBook, startRules } from './scan-book.ts';
import type { Volume } from './volume.ts';

/** A review that follows an editor's typing (随写随审). */
export interface LiveReview {
  /** The book as it stands after the last edit. */
  readonly volume: () => Volume;
  /**
   * Replaces the text of a heading, paragraph, caption or note (no line breaks) and gives the findings of that block that
   * need no other entry, at their places in the edited book. What rules know of the whole book is what they read when
   * it was last checked.
   */
  readonly replaceBlock: (block: number, text: string) => Finding[];
  /** Checks the whole book again (全书复查), across entries, and gives all its findings. */
  readonly checkBook: () => Finding[];
}

/** Opens a live review of a book. */
export function openLiveReview(volume: Volume, options: ReviewOptions = {}): LiveReview {
  const { settings = {}, everyPlace = false } = options;
  const scanner = startRules(chooseRules(options.preset, options.rules));
  const edits = editBlocks(volume);
  const kept = keepDrafts(scanner);
  const edited = new Set<number>();
  let known = openBook(volume, settings);
  return {
    volume: edits.volume,
    replaceBlock(index, text) {
      edits.replace(index, text);
      edited.add(index);
      const { volume: small, index: at } = edits.around(index);
      const block = small.blocks[at]!;
      const drafts = scanner.scanBlock({ volume: small, settings, read: known.read }, block);
      const by = edits.startOf(index) - block.start;
      return identifyFindings(small, drafts, true).map((finding) => moveFinding(finding, by));
    },
    checkBook() {
      known = openBook(edits.volume(), settings);
      const drafts = [...kept.scan(known, edited), ...scanner.scanBook(known)];
      edited.clear();
      return identifyFindings(known.volume, drafts, everyPlace);
    },
  };
}

function moveFinding(finding: Finding, by: number): Finding {
  const { start, end, evidence, suggestion } = finding;
  return {
    ...finding,
    start: start + by,
    end: end + by,
    evidence: moveEvidence(evidence, by),
    ...(suggestion === undefined
      ? {}
      : { suggestion: { ...suggestion, start: suggestion.start + by, end: suggestion.end + by } }),
  };
}
