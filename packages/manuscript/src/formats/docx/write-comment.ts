import { escapeXml } from './escape-xml.ts';

/** Words of a Word comment (批注); `text` may have several lines, `initials` stand in the margin. */
export interface CommentWords {
  readonly text: string;
  readonly author: string;
  readonly initials: string;
  readonly date: Date;
}

/** Namespace declaration of WordprocessingML. */
export const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** First comment id: LibreOffice 7.4 loses a footnote whose id equals a comment id, so comments stay far above. */
export const COMMENT_ID_GAP = 1000;

/** The `w:comment` element of a comment. */
export function writeComment(id: number, words: CommentWords): string {
  const date = words.date.toISOString().replace(/\.\d+Z$/, 'Z');
  const paragraphs = words.text
    .split(/\r\n|[\n\r]/)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('');
  const names = `w:author="${escapeXml(words.author)}" w:initials="${escapeXml(words.initials)}"`;
  return `<w:comment w:id="${id}" w:date="${date}" ${names}>${paragraphs}</w:comment>`;
}

/** Mark at which the range of a comment begins. */
export function rangeStart(id: number): string {
  return `<w:commentRangeStart w:id="${id}"/>`;
}

/** Mark at which the range of a comment ends, with the reference Word hangs the comment on. */
export function rangeEnd(id: number): string {
  return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
}
