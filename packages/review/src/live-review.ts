import { chooseRules } from './choose-rules.ts';
import { editBlocks } from './edit-blocks.ts';
import type { Finding } from './finding.ts';
import { identifyFindings, type Draft } from './identify-findings.ts';
import type { ReviewOptions } from './review.ts';
import type { Detail } from './rule.ts';
import { openBook, startRules } from './scan-book.ts';
import type { Volume } from './volume.ts';

/** A review that follows an editor's typing (随写随审). */
export interface LiveReview {
  /** The book as it stands after the last edit. */
  readonly volume: () => Volume;
  /**
   * Replaces the text of a heading, paragraph, caption or note (no line breaks) and gives the findings of that block that
   * need no other entry; their places are those in the edited book. Indexes of the whole book stay as `checkBook` last
   * read them.
   */
  readonly replaceBlock: (block: number, text: string) => Finding[];
  /** Checks across entries again (跨条目复查), and gives all findings of the book. */
  readonly checkBook: () => Finding[];
}

/** Opens a live review of a book; the first whole check is made at once. */
export function openLiveReview(volume: Volume, options: ReviewOptions = {}): LiveReview {
  const { settings = {}, everyPlace = false } = options;
  const scanner = startRules(chooseRules(options.preset, options.rules));
  const edits = editBlocks(volume);
  let book = openBook(volume, settings);
  // Positions of the drafts of a block are counted from its own start: an edit elsewhere does not move them.
  const local: (readonly Draft[])[] = volume.blocks.map((block) =>
    scanner.scanBlock(book, block).map((draft) => moveDraft(draft, -block.start)),
  );
  let across = scanner.scanBook(book);

  function scanAgain(index: number): void {
    const around = edits.around(index);
    const block = around.volume.blocks[around.index];
    if (block === undefined) return;
    const drafts = scanner.scanBlock({ volume: around.volume, settings, read: book.read }, block);
    local[index] = drafts.map((draft) => moveDraft(draft, -block.start));
  }

  return {
    volume: edits.volume,
    replaceBlock(index, text) {
      edits.replace(index, text);
      scanAgain(index);
      // What stands behind a paragraph may ask whether it broke off in mid-sentence.
      if (index + 1 < local.length) scanAgain(index + 1);
      const { volume: small, index: at } = edits.around(index);
      const by = edits.startOf(index) - small.blocks[at]!.start;
      const drafts = local[index]!.map((draft) => moveDraft(draft, small.blocks[at]!.start));
      return identifyFindings(small, drafts, true).map((finding) => moveFinding(finding, by));
    },
    checkBook() {
      book = openBook(edits.volume(), settings);
      across = scanner.scanBook(book);
      const { blocks } = book.volume;
      const all = local.flatMap((drafts, index) => drafts.map((draft) => moveDraft(draft, blocks[index]!.start)));
      return identifyFindings(book.volume, [...all, ...across], everyPlace);
    },
  };
}

function moveDraft(draft: Draft, by: number): Draft {
  const { start, end, detail } = draft;
  return { ...draft, start: start + by, end: end + by, detail: moveEvidence(detail, by) };
}

function moveFinding(finding: Finding, by: number): Finding {
  const { start, end, suggestion } = finding;
  const moved = { ...moveEvidence(finding, by), start: start + by, end: end + by };
  if (suggestion === undefined) return moved;
  return { ...moved, suggestion: { ...suggestion, start: suggestion.start + by, end: suggestion.end + by } };
}

function moveEvidence<T extends Pick<Detail, 'evidence'>>(detail: T, by: number): T {
  if (detail.evidence === undefined) return detail;
  const evidence = detail.evidence.map((item) =>
    item.span === undefined ? item : { ...item, span: { start: item.span.start + by, end: item.span.end + by } },
  );
  return { ...detail, evidence };
}
