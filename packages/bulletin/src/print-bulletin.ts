import type { Bulletin } from './bulletin.ts';

/** Prints a bulletin as lines of text (排成文字), one paragraph a line; `readBulletin` reads them back as the same. */
export function printBulletin(bulletin: Bulletin): string[] {
  return bulletin.items.flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
}
