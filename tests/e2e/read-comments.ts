import { strFromU8, unzipSync } from 'fflate';

/** A comment (批注) of a Word file and the words it stands at. */
export interface WordComment {
  readonly quote: string;
  readonly text: string;
}

const TOKENS = /<w:p[ >]|<\/w:p>|<w:commentRange(Start|End)\b[^>]*w:id="(\d+)"[^>]*>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;

/** The paragraphs of a Word file as plain text, and its comments in the order of their places. */
export function readComments(docx: Uint8Array): { paragraphs: string[]; comments: WordComment[] } {
  const files = unzipSync(docx);
  const read = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const texts = new Map(
    Array.from(
      read('word/comments.xml').matchAll(/<w:comment [^>]*w:id="(\d+)"[\s\S]*?<\/w:comment>/g),
      ([xml, id]) => [id!, Array.from(xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g), ([, words]) => words).join('')],
    ),
  );
  const paragraphs: string[] = [];
  const open = new Map<string, string>();
  const comments: WordComment[] = [];
  for (const [token, edge, id, words] of read('word/document.xml').matchAll(TOKENS)) {
    if (edge === 'Start') open.set(id!, '');
    else if (edge === 'End') comments.push({ quote: open.get(id!) ?? '', text: texts.get(id!) ?? '' });
    else if (words !== undefined) {
      paragraphs[paragraphs.length - 1] += words;
      for (const [one, quote] of open) open.set(one, quote + words);
    } else if (token.startsWith('<w:p')) paragraphs.push('');
    if (edge === 'End') open.delete(id!);
  }
  return { paragraphs, comments };
}
