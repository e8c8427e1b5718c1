import type { Page } from 'playwright-core';

import { readComments } from './read-comments.ts';

/** Words of a letter on the page (版面) that its Word file does not have as a paragraph; white space is no matter. */
export async function findStrayWords(page: Page, docx: Uint8Array): Promise<string[]> {
  const written = new Set(readComments(docx).paragraphs.map(bare));
  const shown = await page
    .locator('.paper h1, .paper h2, .paper p, .paper div.paper-body')
    .evaluateAll((parts) => parts.map((part) => part.textContent ?? ''));
  if (shown.length < 8) throw new Error('no letter on the page');
  return shown.map(bare).filter((words) => !written.has(words));
}

const bare = (words: string) => words.replaceAll(/\s/g, '');
