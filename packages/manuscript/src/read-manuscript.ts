import type { Volume } from '@xiuzhi/review';
import { buildVolume } from './build-volume.ts';
import { decodeText } from './formats/text/decode-text.ts';
import { readTextBlocks } from './formats/text/read-text.ts';
import { ManuscriptRefusal } from './manuscript-refusal.ts';
import type { ImportReport, Manuscript, ManuscriptFormat } from './manuscript.ts';

/**
 * Reads a file into a manuscript (读入稿件): .docx, .md or .txt, known by content first and extension second.
 * Throws `ManuscriptRefusal` for everything it does not take; nothing of a refused file is kept.
 */
export async function readManuscript(bytes: Uint8Array, filename: string): Promise<Manuscript> {
  if (bytes.length === 0) throw new ManuscriptRefusal('empty');
  const format: ManuscriptFormat = /\.(?:md|markdown)$/i.test(filename) ? 'md' : 'txt';
  const { text, encoding } = decodeText(bytes);
  const blocks = readTextBlocks(text, format === 'md');
  const { volume, sources } = buildVolume(blocks);
  return { format, volume, sources, report: { ...countBlocks(volume), encoding, notTaken: {} } };
}

function countBlocks(volume: Volume): Omit<ImportReport, 'notTaken'> {
  const count = (kind: string) => volume.blocks.filter((block) => block.kind === kind).length;
  const cells = volume.blocks.flatMap((block) => block.table?.cells ?? []);
  return {
    paragraphs: count('paragraph'),
    headings: count('heading'),
    tables: count('table'),
    mergedCells: cells.filter((cell) => cell.rowSpan * cell.columnSpan > 1).length,
    captions: count('caption'),
    notes: count('note'),
    images: count('image'),
  };
}
