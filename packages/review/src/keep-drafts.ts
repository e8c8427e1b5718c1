import type { Span } from './finding.ts';
import { readTables } from './figures/table-shelf.ts';
import type { Draft } from './identify-findings.ts';
import { moveEvidence } from './move-evidence.ts';
import type { Book, Passage, Reader } from './rule.ts';
import { passageOf, type Scanner } from './scan-book.ts';
import type { Block } from './volume.ts';

/** What rules found block by block, kept from one check of the whole book to the next. */
export interface KeptDrafts {
  /** Drafts of all blocks; only those edited since the last call, and what may depend on them, are read again. */
  readonly scan: (book: Book, edited: ReadonlySet<number>) => Draft[];
}

/** Farther than any rule of one block looks beyond it: in characters, and in blocks for what looks from a table to the text. */
const NEAR = 8000;
const NEAR_BLOCKS = 24;

/** What these tell of a block they read of it and of its caption alone, though they are asked of the book. */
const OF_ONE_BLOCK: ReadonlySet<Reader<unknown>> = new Set([readTables]);

/**
 * Keeps what is found in each block. A block is read again where it or one near it was edited, or a heading anywhere; and
 * always where a rule asked for something of the whole book, as `read` tells.
 */
export function keepDrafts(scanner: Scanner): KeptDrafts {
  const kept: (readonly Draft[] | undefined)[] = [];
  return {
    scan(book, edited) {
      const { volume, settings } = book;
      const { blocks } = volume;
      const stale = markStale(blocks, edited);
      const all: Draft[] = [];
      for (let index = 0; index < blocks.length; index += 1) {
        const block = blocks[index]!;
        const before = stale[index] === 1 ? undefined : kept[index];
        let asked = false;
        const read: Book['read'] = (reader) => {
          asked ||= !OF_ONE_BLOCK.has(reader);
          return book.read(reader);
        };
        const drafts =
          before === undefined
            ? scanner.scanBlock({ volume, settings, read }, block)
            : moveDrafts(before, passageOf(book, block));
        kept[index] = asked || !drafts.every((draft) => staysWithin(draft, block)) ? undefined : drafts;
        for (const draft of drafts) all.push(draft);
      }
      return all;
    },
  };
}

function markStale(blocks: readonly Block[], edited: ReadonlySet<number>): Uint8Array {
  const stale = new Uint8Array(blocks.length);
  for (const index of edited) {
    const { kind, start, end } = blocks[index]!;
    // Titles stand above all that is below them, and are asked for by many rules.
    if (kind === 'heading') return stale.fill(1);
    for (let at = index; at >= 0 && (start - blocks[at]!.end < NEAR || index - at <= NEAR_BLOCKS); at -= 1)
      stale[at] = 1;
    for (let at = index; at < blocks.length && (blocks[at]!.start - end < NEAR || at - index <= NEAR_BLOCKS); at += 1)
      stale[at] = 1;
  }
  return stale;
}

/** Whether a draft and all that it shows lie in its own block, and so move with it. */
function staysWithin(draft: Draft, block: Block): boolean {
  const liesIn = ({ start, end }: Span): boolean => start >= block.start && end <= block.end;
  return liesIn(draft) && (draft.detail.evidence ?? []).every(({ span }) => span === undefined || liesIn(span));
}

/** The same drafts where the block stands now. */
function moveDrafts(drafts: readonly Draft[], passage: Passage): readonly Draft[] {
  return drafts.map((draft) => {
    const { start, end, detail } = draft;
    const by = passage.start - draft.passage.start;
    const { evidence } = detail;
    const moved = evidence === undefined ? detail : { ...detail, evidence: moveEvidence(evidence, by) };
    return { ...draft, passage, start: start + by, end: end + by, detail: moved };
  });
}
