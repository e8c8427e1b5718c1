import { buildVolume } from './build-volume.ts';
import { findClassificationMark } from './find-classification-mark.ts';
import { readDocx } from './formats/docx/read-docx.ts';
import { readPdf } from './formats/pdf/read-pdf.ts';
import { decodeText } from './formats/text/decode-text.ts';
import { readTextBlocks } from './formats/text/read-text.ts';
import type { ReportEntry, ReportKind, Taken } from './import-report.ts';
import { ManuscriptRefusal } from './manuscript-refusal.ts';
import type { Manuscript, ManuscriptFormat } from './manuscript.ts';
import { recogniseCaptions } from './recognise-captions.ts';
import { recogniseFormat } from './recognise-format.ts';
import { recogniseOutline } from './recognise-outline.ts';
import { reportImport } from './report-import.ts';

/** Larger files are refused before they are read. */
export const MOST_BYTES = { text: 60e6, pdf: 200e6 } as const;
/** A line further right than a paragraph's indent is set in the middle. */
const CENTRED_INDENT = 8;

/**
 * Reads a file into a manuscript (读入稿件): .docx, .pdf, .md or .txt, known by content first and extension second.
 * Throws `ManuscriptRefusal` for everything it does not take; nothing of a refused file is kept.
 */
export async function readManuscript(bytes: Uint8Array, filename: string): Promise<Manuscript> {
  const format = recogniseFormat(bytes, filename);
  if (format === 'pdf') return readPrinted(bytes);
  return format === 'docx' ? readWord(bytes) : readText(bytes, format);
}

async function readWord(bytes: Uint8Array): Promise<Manuscript> {
  const { blocks, marginText, marks, headersAndFooters } = await readDocx(bytes);
  refuseClassified(marginText);
  const recognised = recogniseOutline(blocks);
  recogniseCaptions(recognised, () => false);
  const { volume, sources } = buildVolume(recognised);
  // A label may stand in any cell of a table on the cover.
  refuseClassified(volume.text.replaceAll('\t', '\n'));
  if (volume.blocks.length === 0) throw new ManuscriptRefusal('empty');
  const margins = { kind: 'headers-and-footers', taken: 'kept', count: headersAndFooters, places: [] } as const;
  return { format: 'docx', volume, sources, report: reportImport(volume, sources, marks, [margins]) };
}

async function readPrinted(bytes: Uint8Array): Promise<Manuscript> {
  if (bytes.length > MOST_BYTES.pdf) throw new ManuscriptRefusal('too-large');
  const content = await readPdf(bytes);
  refuseClassified(content.marginText);
  const blocks = recogniseOutline(content.blocks);
  recogniseCaptions(blocks, () => false);
  const { volume, sources } = buildVolume(blocks);
  refuseClassified(volume.text.replaceAll('\t', '\n'));
  if (volume.blocks.length === 0) throw new ManuscriptRefusal('empty');
  const entry = (kind: ReportKind, taken: Taken, count: number): ReportEntry => ({ kind, taken, count, places: [] });
  const report = reportImport(
    volume,
    sources,
    [],
    [
      entry('images', 'left', content.images),
      entry('headers-and-footers', 'left', content.droppedLines),
      entry('table-lines', 'text', content.tableLines),
      entry('pages-without-text', 'left', content.pagesWithoutText),
    ],
  );
  return { format: 'pdf', volume, sources, report };
}

function readText(bytes: Uint8Array, format: ManuscriptFormat): Manuscript {
  if (bytes.length > MOST_BYTES.text) throw new ManuscriptRefusal('too-large');
  const { text, encoding } = decodeText(bytes);
  refuseClassified(text);
  const blocks = recogniseOutline(readTextBlocks(text, format === 'md'));
  recogniseCaptions(blocks, (block) => block.indent >= CENTRED_INDENT);
  const { volume, sources } = buildVolume(blocks);
  if (volume.blocks.length === 0) throw new ManuscriptRefusal('empty');
  return { format, volume, sources, report: { ...reportImport(volume, sources, []), encoding } };
}

/** Throws where the text bears a classification or internal mark (密级标志). */
export function refuseClassified(text: string): void {
  if (findClassificationMark(text) !== null) throw new ManuscriptRefusal('classified');
}
