import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import type { ReportEntry, ReportKind, Taken } from '../../import-report.ts';
import type { SourcePart } from '../../source-map.ts';
import type { DraftBlock } from '../../volume-draft.ts';
import { KeptText } from './kept-text.ts';
import { openPackage, type DocxPackage } from './open-package.ts';
import { parseXml, type XmlHandler } from './parse-xml.ts';
import { Numbering } from './read-numbering.ts';
import { noteKey, StoryReader } from './read-story.ts';
import { Styles } from './read-styles.ts';
import { relationshipHandler, relationshipsOf, resolveParts, type Relationship } from './resolve-parts.ts';

/** What a .docx holds: blocks in reading order, and the text of headers and footers, which is no part of the book. */
export interface DocxContent {
  readonly blocks: DraftBlock[];
  readonly marginText: string;
  readonly entries: readonly ReportEntry[];
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
    const isOther = [...zip.names].some((name) => /^(?:xl|ppt)\//.test(name));
    throw new ManuscriptRefusal(isOther ? 'unsupported' : 'not-a-docx', 'no document part');
  }
  const relationships: Relationship[] = [];
  await parse(relationshipsOf(document), relationshipHandler(document.replace(/\/?[^/]*$/, ''), relationships));
  const parts = resolveParts(document, relationships, zip.names);
  const styles = new Styles();
  const numbering = new Numbering();
  await parse(parts.styles, styles.handler());
  await parse(parts.numbering, numbering.handler());
  const notes = new Map<string, DraftBlock[]>();
  for (const part of ['footnotes', 'endnotes'] as const) await parse(parts[part], noteHandler(part, styles, notes));
  const story = new StoryReader({ part: 'document', styles, numbering, notes });
  await parse(document, story.handler());
  const margins = marginHandler();
  for (const name of parts.headersAndFooters) await parse(name, margins.handler());
  const { counts } = story;
  return {
    blocks: story.blocks,
    marginText: margins.text(),
    entries: (
      [
        ['insertions', 'text', counts.insertions],
        ['deletions', 'kept', counts.deletions],
        ['comments', 'kept', counts.comments],
        ['formulas', 'kept', counts.formulas],
        ['charts', 'kept', counts.charts],
        ['embedded-objects', 'kept', counts.objects],
        ['headers-and-footers', 'kept', margins.count()],
      ] satisfies [ReportKind, Taken, number][]
    )
      .filter(([, , count]) => count > 0)
      .map(([kind, taken, count]) => ({ kind, taken, count, places: [] })),
  };
}

/** Reads each note with a story of its own, but counts paragraphs over the whole part. */
function noteHandler(part: SourcePart, styles: Styles, notes: Map<string, DraftBlock[]>): XmlHandler {
  // Notes are not numbered lists; giving them the lists of the body would count those on.
  const story = new StoryReader({ part, styles, numbering: new Numbering(), notes: new Map() });
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
      return {
        open(name, attributes) {
          const mark = kept.open(name, attributes);
          if (name === 'w:p') lines.push('');
          else if (mark !== '') lines[lines.length - 1] += mark === '\t' ? '\n' : mark;
        },
        text(text) {
          if (kept.takesText) lines[lines.length - 1] += text;
        },
        close(name) {
          kept.close(name);
          if ((name === 'w:hdr' || name === 'w:ftr') && lines.slice(first).some((line) => line.trim() !== '')) filled++;
        },
      };
    },
    text: () => lines.join('\n'),
    count: () => filled,
  };
}
