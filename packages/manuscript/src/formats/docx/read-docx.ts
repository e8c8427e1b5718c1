import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import type { DraftBlock } from '../../volume-draft.ts';
import { KeptText } from './kept-text.ts';
import { openPackage, type DocxPackage } from './open-package.ts';
import { parseXml, type XmlHandler } from './parse-xml.ts';
import { Numbering } from './read-numbering.ts';
import { commentHandler } from './read-comments.ts';
import { noteKey, StoryReader } from './read-story.ts';
import { Styles } from './read-styles.ts';
import { relationshipHandler, relationshipsOf, resolveParts, type Relationship } from './resolve-parts.ts';
import type { MarkTracker, WordsOfComment } from './track-marks.ts';

/** What a .docx holds: blocks in reading order, and the text of margins and drawings, which is no part of the book. */
export interface DocxContent {
  readonly blocks: DraftBlock[];
  readonly marginText: string;
  /** What the stories hold besides plain text. */
  readonly marks: readonly MarkTracker[];
  readonly headersAndFooters: number;
}

/** Reads a .docx into blocks (读入 Word 文档); throws `ManuscriptRefusal` for damaged and hostile files. */
export async function readDocx(bytes: Uint8Array): Promise<DocxContent> {
  const zip = await openPackage(bytes);
  try {
    return await readParts(zip);
  } finally {
    zip.close();
  }
}

async function readParts(zip: DocxPackage): Promise<DocxContent> {
  const parse = async (name: string | undefined, handler: XmlHandler) => {
    if (name !== undefined && zip.names.has(name)) await parseXml(await zip.stream(name), handler);
  };
  const roots: Relationship[] = [];
  await parse('_rels/.rels', relationshipHandler('', roots));
  const document = roots.find((root) => root.kind === 'officeDocument')?.target ?? 'word/document.xml';
  if (!zip.names.has(document) || !/\bdocument\d*\.xml$/.test(document)) {
    const holds = (folder: string) => [...zip.names].some((name) => name.startsWith(folder));
    const code = holds('xl/') ? 'spreadsheet' : holds('ppt/') ? 'presentation' : 'not-a-docx';
    throw new ManuscriptRefusal(code, 'no document part');
  }
  const relationships: Relationship[] = [];
  await parse(relationshipsOf(document), relationshipHandler(document.replace(/\/?[^/]*$/, ''), relationships));
  const parts = resolveParts(document, relationships, zip.names);
  const styles = new Styles();
  const numbering = new Numbering();
  await parse(parts.styles, styles.handler());
  await parse(parts.numbering, numbering.handler());
  const notes = new Map<string, DraftBlock[]>();
  const comments = new Map<string, WordsOfComment>();
  await parse(parts.comments, commentHandler(comments));
  const marks: MarkTracker[] = [];
  for (const part of ['footnotes', 'endnotes'] as const) {
    // Notes are not numbered lists; giving them the lists of the body would count those on.
    const story = new StoryReader({ part, styles, numbering: new Numbering(), notes: new Map(), comments });
    marks.push(story.marks);
    await parse(parts[part], noteHandler(story, notes));
  }
  const story = new StoryReader({ part: 'document', styles, numbering, notes, comments });
  marks.push(story.marks);
  await parse(document, story.handler());
  const margins = marginHandler();
  for (const name of parts.headersAndFooters) await parse(name, margins.handler());
  for (const name of parts.drawings) await parse(name, margins.handler());
  return {
    blocks: story.blocks,
    marginText: [margins.text(), ...marks.flatMap((tracker) => tracker.aside)].join('\n'),
    marks,
    headersAndFooters: margins.count(),
  };
}

/** Reads each note with a story of its own, but counts paragraphs over the whole part. */
function noteHandler(story: StoryReader, notes: Map<string, DraftBlock[]>): XmlHandler {
  const inner = story.handler();
  let key = '';
  let from = 0;
  return {
    open(name, attributes) {
      if (name === 'w:footnote' || name === 'w:endnote') {
        key = attributes['w:type'] && attributes['w:type'] !== 'normal' ? '' : noteKey(name, attributes['w:id']);
        from = story.blocks.length;
      }
      inner.open?.(name, attributes);
    },
    text: (text) => inner.text?.(text),
    close(name) {
      inner.close?.(name);
      if ((name !== 'w:footnote' && name !== 'w:endnote') || key === '') return;
      notes.set(
        key,
        story.blocks
          .slice(from)
          .map((block) => (block.table || block.kind === 'image' ? block : { ...block, kind: 'note' })),
      );
    },
  };
}

interface MarginReader {
  handler(): XmlHandler;
  text(): string;
  count(): number;
}

function marginHandler(): MarginReader {
  const lines: string[] = [];
  let filled = 0;
  return {
    handler() {
      const kept = new KeptText();
      const first = lines.push('') - 1;
      let isInDrawing = false;
      return {
        open(name, attributes) {
          const mark = kept.open(name, attributes);
          if (name === 'w:p' || name === 'a:p') lines.push('');
          // A watermark (水印) is a shape with its text as an attribute.
          else if (name === 'v:textpath') lines.push(attributes['string'] ?? '', '');
          else if (name === 'a:t') isInDrawing = true;
          else if (mark !== '') lines[lines.length - 1] += mark === '\t' ? '\n' : mark;
        },
        text(text) {
          if (kept.takesText || isInDrawing) lines[lines.length - 1] += text;
        },
        close(name) {
          kept.close(name);
          if (name === 'a:t') isInDrawing = false;
          if ((name === 'w:hdr' || name === 'w:ftr') && lines.slice(first).some((line) => line.trim() !== '')) filled++;
        },
      };
    },
    text: () => lines.join('\n'),
    count: () => filled,
  };
}
