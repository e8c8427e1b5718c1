import yauzl from 'yauzl';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';

/** Limits on what a .docx may unpack to; beyond them it is refused before anything large is held in memory. */
export const PACKAGE_LIMITS = {
  fileBytes: 200e6,
  entries: 5000,
  entryBytes: 200e6,
  totalBytes: 400e6,
  /** A ratio says something only of a large entry: an honest repetitive table packs 250 to 1. */
  ratio: 200,
  ratioFromBytes: 50e6,
} as const;

/** Opened .docx package (文档包): its part names, and their bytes as a stream. */
export interface DocxPackage {
  readonly names: ReadonlySet<string>;
  stream(name: string): Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}

/** Opens a zip and checks its directory: size limits, encryption, duplicate and unsafe names. */
export async function openPackage(bytes: Uint8Array): Promise<DocxPackage> {
  if (bytes.length > PACKAGE_LIMITS.fileBytes) throw new ManuscriptRefusal('too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl
    .fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true })
    .catch((error: unknown) => {
      throw new ManuscriptRefusal('not-a-docx', String(error));
    });
  const entries = await readDirectory(zip);
  return {
    names: new Set(entries.keys()),
    async stream(name) {
      const entry = entries.get(name);
      if (!entry) throw new ManuscriptRefusal('not-a-docx', `no part ${name}`);
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => {
          if (stream) resolve(guardStream(stream));
          else reject(new ManuscriptRefusal('not-a-docx', String(error)));
        });
      });
    },
    close: () => zip.close(),
  };
}

/** A broken or lying entry shows only while it is unpacked. */
async function* guardStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof ManuscriptRefusal ? error : new ManuscriptRefusal('not-a-docx', String(error));
  }
}

function readDirectory(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error: unknown) => reject(new ManuscriptRefusal('not-a-docx', String(error))));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      total += entry.uncompressedSize;
      const refusal = refuseEntry(entry, entries, total);
      if (refusal) {
        reject(refusal);
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function refuseEntry(
  entry: yauzl.Entry,
  seen: ReadonlyMap<string, unknown>,
  total: number,
): ManuscriptRefusal | undefined {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (entry.isEncrypted()) return new ManuscriptRefusal('encrypted');
  if (seen.size >= PACKAGE_LIMITS.entries) return new ManuscriptRefusal('too-large', 'entries');
  if (seen.has(entry.fileName)) return new ManuscriptRefusal('not-a-docx', 'duplicate entry');
  const isBloated = size > PACKAGE_LIMITS.ratioFromBytes && size > packed * PACKAGE_LIMITS.ratio;
  if (isBloated || size > PACKAGE_LIMITS.entryBytes || total > PACKAGE_LIMITS.totalBytes)
    return new ManuscriptRefusal('zip-bomb', `${total} bytes unpacked`);
  return undefined;
}
