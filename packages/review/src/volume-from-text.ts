import type { Block, Volume } from './volume.ts';

/** A plain volume with one paragraph a line and no outline: for an editor's selection and for tests. */
export function volumeFromText(text: string): Volume {
  const blocks: Block[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) blocks.push({ kind: 'paragraph', start, end, node: 0 });
    start = end + 1;
  }
  return { text, blocks, nodes: [{ title: '', level: 0, parent: -1, start: 0, end: text.length }] };
}
