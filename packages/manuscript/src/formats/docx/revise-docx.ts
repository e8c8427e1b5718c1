import { openPackage } from './open-package.ts';
import { placeRevision, type DocxEdit, type Reviser, type XmlEdit } from './place-revisions.ts';
import { decodePart, encodePart, findParts, pack, unpack } from './rewrite-package.ts';
import { traceDocument } from './trace-document.ts';

/** A .docx with tracked changes; edits that could not be placed are in `left`, and nothing was changed for them. */
export interface RevisedDocx<E extends DocxEdit> {
  readonly bytes: Uint8Array;
  readonly made: number;
  readonly left: readonly E[];
}

/**
 * Writes edits into the author's own .docx as tracked changes (修订), to be accepted or rejected in Word. Everything else
 * stays byte for byte. Throws `ManuscriptRefusal` for files `readManuscript` would not take.
 */
export async function reviseDocx<E extends DocxEdit>(
  original: Uint8Array,
  edits: readonly E[],
  reviser: Reviser,
): Promise<RevisedDocx<E>> {
  // Looks at the sizes the directory gives before anything is unpacked.
  (await openPackage(original)).close();
  const files = unpack(original);
  const { document } = findParts(files);
  const xml = decodePart(files[document]);
  const trace = traceDocument(xml);
  let id = mostRevision(xml);
  const placed = new Map<number, XmlEdit>();
  const left: E[] = [];
  let until = -1;
  let made = 0;
  for (const edit of edits) {
    const written = placeRevision(xml, trace, edit, reviser, () => (id += 1));
    const first = written?.find(({ from, to }) => to > from)?.from ?? -1;
    if (written === undefined || first < until) left.push(edit);
    else {
      for (const one of written) placed.set(one.from, one);
      until = Math.max(...written.map(({ to }) => to));
      made += 1;
    }
  }
  if (made > 0) files[document] = encodePart(layEdits(xml, [...placed.values()]));
  return { bytes: pack(files), made, left };
}

/** Marks of revisions are numbered through the document. */
function mostRevision(xml: string): number {
  let most = 0;
  for (const [, digits] of xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\s[^>]*?w:id="(\d{1,9})"/gu))
    most = Math.max(most, Number(digits));
  return most;
}

function layEdits(xml: string, edits: XmlEdit[]): string {
  edits.sort((a, b) => a.from - b.from);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, xml: written } of edits) {
    parts.push(xml.slice(at, from), written);
    at = to;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}
