/** What an edit script does with one paragraph of a book of tests. */
export type Edit =
  | { readonly do: 'keep' | 'remove' | 'move' | 'addBehind' | 'mergeWithNext' }
  | { readonly do: 'replace' | 'split'; readonly at: number; readonly size: number };

/** A paragraph of the new book, and the pieces of old ones it is made of: [old paragraph, from, to, place in it]. */
export interface Made {
  readonly text: string;
  readonly pieces: readonly (readonly [paragraph: number, from: number, to: number, place: number])[];
}

/** The book after the edits, with the origin of every piece; `fresh` writes text that stands nowhere else. */
export function editBook(paragraphs: readonly string[], edits: readonly Edit[], fresh: () => string): Made[] {
  const made: Made[] = [];
  const moved: Made[] = [];
  let open: Made | undefined;
  const put = (paragraph: Made) => {
    if (!open) return made.push(paragraph);
    const shift = open.text.length;
    const pieces = paragraph.pieces.map(([from, start, end, place]) => [from, start, end, place + shift] as const);
    made.push({ text: open.text + paragraph.text, pieces: [...open.pieces, ...pieces] });
    open = undefined;
    return made.length;
  };
  paragraphs.forEach((text, index) => {
    const whole: Made = { text, pieces: [[index, 0, text.length, 0]] };
    // What waits to be merged takes its neighbour as it is.
    const edit: Edit = open ? { do: 'keep' } : (edits[index] ?? { do: 'keep' });
    if (edit.do === 'keep') put(whole);
    else if (edit.do === 'move') moved.push(whole);
    else if (edit.do === 'mergeWithNext') open = whole;
    else if (edit.do === 'addBehind') made.push(whole, { text: fresh(), pieces: [] });
    else if (edit.do === 'split') {
      const cut = cutPlace(text, edit.at);
      made.push({ text: text.slice(0, cut), pieces: [[index, 0, cut, 0]] });
      made.push({ text: text.slice(cut), pieces: [[index, cut, text.length, 0]] });
    } else if (edit.do === 'replace') {
      const from = cutPlace(text, edit.at);
      const to = cutPlace(text, Math.min(1, edit.at + edit.size));
      const other = fresh().slice(0, 4);
      const pieces = [[index, 0, from, 0] as const, [index, to, text.length, from + other.length] as const];
      made.push({ text: text.slice(0, from) + other + text.slice(to), pieces });
    }
  });
  if (open) made.push(open);
  return [...made, ...moved.reverse()];
}

/** A place by its part of the length, between characters and not at an end. */
function cutPlace(text: string, part: number): number {
  const characters = [...text];
  const count = Math.max(3, Math.min(characters.length - 3, Math.round(part * characters.length)));
  return characters.slice(0, count).join('').length;
}
