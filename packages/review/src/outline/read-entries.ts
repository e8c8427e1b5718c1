import type { Volume } from '../volume.ts';

/** An entry (【条目】) with the text under it, whether its title is a heading or opens its first paragraph. */
export interface EntryText {
  readonly node: number;
  /** The title with its brackets. */
  readonly title: string;
  readonly start: number;
  /** Where its body begins. */
  readonly bodyStart: number;
  bodyEnd: number;
  /** Characters of its paragraphs. */
  length: number;
  tables: number;
}

const TITLE = /^【[^【】\n]{1,60}】/u;

/** Reads the entries in text order; a heading of any kind closes the one before. */
export function readEntries({ text, blocks }: Volume): EntryText[] {
  const entries: EntryText[] = [];
  let open: EntryText | undefined;
  for (const { kind, start, end, node } of blocks) {
    // 【
    const title =
      text.charCodeAt(start) === 0x3010 && (kind === 'heading' || kind === 'paragraph')
        ? TITLE.exec(text.slice(start, Math.min(end, start + 64)))?.[0]
        : undefined;
    if (title !== undefined) {
      const bodyStart = start + title.length;
      open = { node, title, start, bodyStart, bodyEnd: end, length: end - bodyStart, tables: 0 };
      entries.push(open);
    } else if (kind === 'heading') open = undefined;
    else if (open !== undefined) {
      open.bodyEnd = end;
      if (kind === 'paragraph') open.length += end - start;
      else if (kind === 'table' || kind === 'image') open.tables += 1;
    }
  }
  return entries;
}
