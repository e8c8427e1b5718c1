import { strToU8 } from 'fflate';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import type { SourceSpan } from '../../source-map.ts';
import { openPackage } from './open-package.ts';
import { createXmlFeeder } from './parse-xml.ts';
import { findCommentRange, insertMarks, type CommentRange } from './place-comments.ts';
import { noteKey } from './read-story.ts';
import { relationshipsOf } from './resolve-parts.ts';
import { decodePart, encodePart, findParts, pack, unpack, type Files } from './rewrite-package.ts';
import { traceDocument } from './trace-document.ts';
import { COMMENT_ID_GAP, WORD_NAMESPACE, writeComment, type CommentWords } from './write-comment.ts';

/** Comment to be put into a .docx (批注), at places the source map gave. */
export interface DocxComment extends CommentWords {
  readonly spans: readonly SourceSpan[];
}

/** A .docx with comments; comments whose place was not found are in `unanchored`, in no way lost. */
export interface AnnotatedDocx {
  readonly bytes: Uint8Array;
  readonly anchored: number;
  readonly unanchored: DocxComment[];
}

/** Ids are 32-bit numbers; stranger ones are not counted on from. */
const MOST_ID = 2 ** 30;

/**
 * Puts comments into the author's own .docx (批注写回): its text and every part that has nothing to do with comments stay
 * byte for byte. Throws `ManuscriptRefusal` for files `readManuscript` would not take.
 */
export async function annotateDocx(original: Uint8Array, comments: readonly DocxComment[]): Promise<AnnotatedDocx> {
  // Looks at the sizes the directory gives before anything is unpacked.
  (await openPackage(original)).close();
  const files = unpack(original);
  const parts = findParts(files);
  const xml = decodePart(files[parts.document]);
  const trace = traceDocument(xml);
  const notes = new Map<string, string>();
  for (const part of ['footnotes', 'endnotes'] as const) {
    const name = parts[part];
    if (name !== undefined) collectNoteParagraphs(decodePart(files[name]), part, notes);
  }
  const noteOf = (span: SourceSpan) => notes.get(`${span.part}:${span.paragraph}`);

  const existing = parts.comments === undefined ? '' : decodePart(files[parts.comments]);
  let id = firstFreeId(existing, xml, [...notes.values()]);
  const ranges: (CommentRange & { id: number })[] = [];
  const written: string[] = [];
  const unanchored: DocxComment[] = [];
  for (const comment of comments) {
    const range = findCommentRange(xml, trace, comment.spans, noteOf);
    if (!range) {
      unanchored.push(comment);
      continue;
    }
    ranges.push({ ...range, id });
    written.push(writeComment(id++, comment));
  }
  if (ranges.length > 0) {
    files[parts.document] = encodePart(insertMarks(xml, ranges));
    addCommentsPart(files, parts.document, parts.comments, existing, written.join(''));
  }
  return { bytes: pack(files), anchored: ranges.length, unanchored };
}

/** Fills `notes` with the note each paragraph of a notes part belongs to. */
function collectNoteParagraphs(xml: string, part: 'footnotes' | 'endnotes', notes: Map<string, string>): void {
  let note = '';
  let paragraph = 0;
  const feeder = createXmlFeeder({
    open(name, attributes) {
      if (name === 'w:footnote' || name === 'w:endnote') note = noteKey(name, attributes['w:id']);
      else if (name === 'w:p') notes.set(`${part}:${paragraph++}`, note);
    },
  });
  feeder.write(xml);
  feeder.end();
}

function firstFreeId(comments: string, document: string, notes: readonly string[]): number {
  const used = [
    ...comments.matchAll(/<w:comment\s[^>]*?w:id="(\d+)"/g),
    ...document.matchAll(/<w:comment\w+\s[^>]*?w:id="(\d+)"/g),
  ];
  const most = (values: Iterable<number>) => {
    let best = 0;
    for (const value of values) if (value < MOST_ID && value > best) best = value;
    return best;
  };
  const lastNote = most(notes.map((note) => Number(note.replace(/.*:/, ''))));
  return Math.max(lastNote + COMMENT_ID_GAP, most(used.map((match) => Number(match[1]))) + 1);
}

function addCommentsPart(
  files: Files,
  document: string,
  part: string | undefined,
  existing: string,
  written: string,
): void {
  const closing = existing.lastIndexOf('</w:comments>');
  if (part !== undefined && closing >= 0) {
    files[part] = encodePart(existing.slice(0, closing) + written + existing.slice(closing));
    return;
  }
  const name = part ?? freeName(files, document);
  files[name] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments ${WORD_NAMESPACE}>${written}</w:comments>`,
  );
  if (part !== undefined) return;
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const target = name.replace(/.*\//, '');
  appendInside(
    files,
    relationshipsOf(document),
    'Relationships',
    `<Relationship Id="rIdXiuzhiComments" Type="${kind}" Target="${target}"/>`,
  );
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  appendInside(files, '[Content_Types].xml', 'Types', `<Override PartName="/${name}" ContentType="${type}"/>`);
}

function freeName(files: Files, document: string): string {
  const folder = document.replace(/[^/]*$/, '');
  let name = `${folder}comments.xml`;
  for (let at = 1; files[name]; at++) name = `${folder}comments${at}.xml`;
  return name;
}

/** Appends to the root element of a small part; makes the part of relationships where there is none. */
function appendInside(files: Files, name: string, root: 'Relationships' | 'Types', addition: string): void {
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  const xml = (files[name] ? decodePart(files[name]) : empty).replace(
    new RegExp(`<${root}([^>]*)/>`),
    `<${root}$1></${root}>`,
  );
  const closing = xml.lastIndexOf(`</${root}>`);
  if (closing < 0) throw new ManuscriptRefusal('malformed', `no ${root}`);
  files[name] = encodePart(xml.slice(0, closing) + addition + xml.slice(closing));
}
