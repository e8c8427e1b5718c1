import type { Paper } from './paper.ts';

/** Writes a document as a page of HTML (网页版) for screen readers and print, without any script. Throws TypesetRefusal. */
export function typesetHtml(_paper: Paper): string {
  throw new Error('not yet');
}
