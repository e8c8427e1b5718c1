import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import { createXmlFeeder, xmlEncoding, type XmlHandler } from './parse-xml.ts';
import { relationshipHandler, relationshipsOf, resolveParts, type Relationship } from './resolve-parts.ts';

/** The parts of a package by name. */
export type Files = Record<string, Uint8Array>;

/** Every part of a package, unpacked (解包). */
export function unpack(bytes: Uint8Array): Files {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new ManuscriptRefusal('not-a-docx', String(error));
  }
}

/** Packs the parts again (打包). Pictures are packed already; a fixed time keeps the output the same for the same input. */
export function pack(files: Files): Uint8Array {
  const packed: Zippable = {};
  for (const [name, bytes] of Object.entries(files))
    packed[name] = [bytes, { level: /\.(?:png|jpe?g|gif|emf|wmf)$/i.test(name) ? 0 : 6, mtime: new Date(1980, 0, 1) }];
  return zipSync(packed);
}

/** The parts of a document by what they are for (文档部件). */
export function findParts(files: Files): ReturnType<typeof resolveParts> {
  const names = new Set(Object.keys(files));
  const roots: Relationship[] = [];
  feed(files['_rels/.rels'], relationshipHandler('', roots));
  const document = roots.find((root) => root.kind === 'officeDocument')?.target ?? 'word/document.xml';
  if (!names.has(document)) throw new ManuscriptRefusal('not-a-docx', 'no document part');
  const relationships: Relationship[] = [];
  feed(files[relationshipsOf(document)], relationshipHandler(document.replace(/\/?[^/]*$/, ''), relationships));
  return resolveParts(document, relationships, names);
}

function feed(bytes: Uint8Array | undefined, handler: XmlHandler): void {
  if (!bytes) return;
  const feeder = createXmlFeeder(handler);
  feeder.write(decodePart(bytes));
  feeder.end();
}

/** A part as text, in the encoding it declares. */
export function decodePart(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new ManuscriptRefusal('not-a-docx', 'part missing');
  return new TextDecoder(xmlEncoding(bytes)).decode(bytes);
}

/** A part as UTF-8, and saying so. */
export function encodePart(xml: string): Uint8Array {
  return strToU8(xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16[bl]?e?(["'])/i, '$1UTF-8$2'));
}
