/** Words selected in the text of the book (所选文字): where they stand, how they read, and where on the screen they end. */
export interface SelectedWords {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Of the window, pixels: below the last selected line. */
  readonly at: { readonly left: number; readonly top: number };
}

/** Most characters an opinion can quote. */
export const MOST_SELECTED = 2_000;

/**
 * The words now selected in the book; null where nothing is selected, or not (only) text of the book. Elements with
 * `data-start` hold one paragraph or cell each, from that position of the logical text on.
 */
export function readSelection(): SelectedWords | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const root = elementOf(range.commonAncestorContainer)?.closest('.text-column');
  if (!root) return null;
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => pieceOf(element, range));
  const quote = joinPieces(pieces);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!quote?.trim() || !first || !last || quote.length > MOST_SELECTED) return null;
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  // White space at the ends was caught by the mouse, not meant.
  const before = quote.length - quote.trimStart().length;
  const after = quote.length - quote.trimEnd().length;
  return {
    start: first.start + before,
    end: last.start + last.text.length - after,
    quote: quote.trim(),
    at: { left: box.right, top: box.bottom },
  };
}

interface Piece {
  readonly start: number;
  readonly text: string;
  /** Its table row, where it is a cell. */
  readonly row: Element | null;
}

/** What of an element is selected. */
function pieceOf(element: HTMLElement, range: Range): Piece[] {
  if (!range.intersectsNode(element)) return [];
  const own = document.createRange();
  own.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(own.startContainer, own.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  const start = Number(element.dataset['start']) + before.toString().length;
  return [{ start, text: own.toString(), row: element.closest('tr') }];
}

/** The pieces as the logical text has them: cells parted by tabs, rows and paragraphs by line ends; null with a gap. */
export function joinPieces(pieces: readonly Piece[]): string | null {
  let quote = '';
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before) {
      if (piece.start !== before.start + before.text.length + 1) return null;
      quote += piece.row && piece.row === before.row ? '\t' : '\n';
    }
    quote += piece.text;
  }
  return quote;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
