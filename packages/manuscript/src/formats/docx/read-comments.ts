import type { XmlHandler } from './parse-xml.ts';
import type { WordsOfComment } from './track-marks.ts';

/** Collects the comments (批注) of a comments part by their ids; paragraphs are parted by line breaks. */
export function commentHandler(comments: Map<string, WordsOfComment>): XmlHandler {
  let open: { author: string; at: string | null; lines: string[] } | undefined;
  let id = '';
  let isInText = false;
  return {
    open(name, attributes) {
      if (name === 'w:comment') {
        id = attributes['w:id'] ?? '';
        open = { author: attributes['w:author'] ?? '', at: attributes['w:date'] ?? null, lines: [] };
      } else if (name === 'w:p') open?.lines.push('');
      else if (name === 'w:t') isInText = true;
    },
    text(text) {
      if (isInText && open && open.lines.length > 0) open.lines[open.lines.length - 1] += text;
    },
    close(name) {
      if (name === 'w:t') isInText = false;
      else if (name === 'w:comment' && open) {
        comments.set(id, { author: open.author, at: open.at, text: open.lines.join('\n').trim() });
        open = undefined;
      }
    },
  };
}
