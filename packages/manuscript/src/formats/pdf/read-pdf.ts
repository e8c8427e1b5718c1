import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import type { DraftBlock } from '../../volume-draft.ts';
import { ChineseCMaps } from './chinese-cmaps.ts';
import { dropRepeated } from './drop-repeated.ts';
import { guardStreams } from './guard-streams.ts';
import { joinParagraphs } from './join-paragraphs.ts';
import { layLines, type PdfItem, type PdfLine } from './lay-lines.ts';

/** What a PDF holds: paragraphs in reading order, and what was left out of them. */
export interface PdfContent {
  readonly blocks: DraftBlock[];
  /** Lines of each page before they are joined, in reading order. */
  readonly pages: readonly (readonly PdfLine[])[];
  /** Headers, footers and page numbers. */
  readonly marginText: string;
  readonly droppedLines: number;
  /** Lines with wide gaps: rows of tables, read as text. */
  readonly tableLines: number;
  readonly pagesWithoutText: number;
  readonly images: number;
}

/** Times in milliseconds. */
const LIMITS = { pages: 10_000, itemsOfPage: 60_000, characters: 20_000_000, ofPage: 15_000, ofAll: 90_000 };
/** A page with less is a picture of a page, or empty. */
const LEAST_CHARACTERS = 8;
/** Fonts without a table of their characters give such codes instead of text. */
const NO_TEXT = /[\uE000-\uF8FF\uFFFD\p{Cc}]/gu;

/**
 * Reads the text layer of a PDF (读入 PDF): lines by their places on the page, joined to paragraphs. The library is only
 * loaded here. Throws `ManuscriptRefusal` for scans, locked, damaged and hostile files.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  guardStreams(bytes);
  const pages = await readPages(bytes);
  const bare = pages.map((lines) =>
    lines
      .map((line) => line.text)
      .join('')
      .replaceAll(/\s/g, ''),
  );
  const pagesWithoutText = bare.filter((text) => text.length < LEAST_CHARACTERS).length;
  const all = bare.join('');
  const unreadable = all.match(NO_TEXT)?.length ?? 0;
  if (unreadable > all.length * 0.3 || (all.length < LEAST_CHARACTERS && namesChineseEncoding(bytes)))
    throw new ManuscriptRefusal('garbled-text', `${unreadable} of ${all.length}`);
  if (pagesWithoutText > pages.length / 2)
    throw new ManuscriptRefusal('scan', `${pagesWithoutText} of ${pages.length}`);
  const { kept, dropped } = dropRepeated(pages);
  return {
    blocks: joinParagraphs(kept),
    pages: kept,
    marginText: dropped.map((line) => line.text).join('\n'),
    droppedLines: dropped.length,
    tableLines: kept.flat().filter((line) => line.text.includes('\t')).length,
    pagesWithoutText,
    images: countImages(bytes),
  };
}

async function readPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  const started = performance.now();
  const { getDocumentProxy } = await import('unpdf');
  // The library takes the bytes over; ours are still to be stored.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), QUIET).catch((error: unknown) => {
    throw new ManuscriptRefusal(isLocked(error) ? 'encrypted' : 'broken-pdf', String(error));
  });
  try {
    if (pdf.numPages > LIMITS.pages) throw new ManuscriptRefusal('too-large', `${pdf.numPages} pages`);
    const pages: { single: PdfLine[]; double: PdfLine[] }[] = [];
    let characters = 0;
    let broken = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      if (performance.now() - started > LIMITS.ofAll) throw new ManuscriptRefusal('too-large', 'time');
      const items = await readItems(pdf, number).catch((error: unknown) => {
        if (error instanceof ManuscriptRefusal) throw error;
        broken++;
        return [];
      });
      characters += items.reduce((sum, item) => sum + item.text.length, 0);
      if (characters > LIMITS.characters) throw new ManuscriptRefusal('too-large', 'characters');
      const double = layLines(items, number - 1, true);
      const isDouble = (double.at(-1)?.column ?? 0) > 0;
      pages.push({ double, single: isDouble ? layLines(items, number - 1, false) : double });
      // Fonts of the pages behind us would stay in memory.
      if (number % 50 === 0) await pdf.cleanup();
    }
    if (broken > pages.length / 2) throw new ManuscriptRefusal('broken-pdf', `${broken} of ${pages.length} pages`);
    // A book is set in columns or it is not; a page or two that look so are tables.
    const doubled = pages.filter(({ single, double }) => single !== double).length;
    return pages.map(({ single, double }) => (doubled >= pages.length / 4 ? double : single));
  } finally {
    // It may wait for a page that was left in the middle.
    void pdf.loadingTask.destroy().catch(() => {});
  }
}

const QUIET = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  stopAtErrors: false,
  verbosity: 0,
  useWorkerFetch: false,
  cMapPacked: false,
  BinaryDataFactory: ChineseCMaps,
};

type Pdf = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>;

/** The text of a page piece by piece, so that a page of millions of pieces is left in the middle. */
async function readItems(pdf: Pdf, number: number): Promise<PdfItem[]> {
  const page = await pdf.getPage(number);
  const { transform: turn } = page.getViewport({ scale: 1 });
  const items: PdfItem[] = [];
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{ items: PdfJsItem[] }>;
  const started = performance.now();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const { str, transform, width, height } of value.items)
      if (str) items.push(placeItem(str, multiply(turn, transform), width, height));
    if (items.length <= LIMITS.itemsOfPage && performance.now() - started <= LIMITS.ofPage) continue;
    void reader.cancel(new Error('too large')).catch(() => {});
    throw new ManuscriptRefusal('too-large', 'page');
  }
  page.cleanup();
  return items;
}

interface PdfJsItem {
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function multiply(a: readonly number[], b: readonly number[]): number[] {
  const [a0, a1, a2, a3, a4, a5] = a as [number, number, number, number, number, number];
  const [b0, b1, b2, b3, b4, b5] = b as [number, number, number, number, number, number];
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}

/** Turned text (a wide table on an upright page) is laid in its own direction. */
function placeItem(str: string, matrix: readonly number[], width: number, height: number): PdfItem {
  const [a, b, , , x, y] = matrix as [number, number, number, number, number, number];
  const quarters = Math.round(Math.atan2(b, a) / (Math.PI / 2));
  const [along, down] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][(quarters + 4) % 4] as [number, number];
  const text = str.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
  return { text, left: along, right: along + width, down, size: Math.max(height, 1), turn: (quarters + 4) % 4 };
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

/** Encodings of Chinese fonts that are not in the file; their tables are not in the library. */
function namesChineseEncoding(bytes: Uint8Array): boolean {
  return /\/Encoding\s*\/(?:GB|UniGB|UniCNS|B5|ETen|HKscs|CNS)[\w-]*-[HV]\b/.test(latin(bytes));
}

/** Image objects in the file, without the masks of others. */
function countImages(bytes: Uint8Array): number {
  const text = latin(bytes);
  const images = text.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0;
  const masks = new Set(text.match(/\/S?Mask\s+\d+\s+\d+\s+R/g)).size;
  return Math.max(0, images - masks);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
