import { findClassificationMark } from './find-classification-mark.ts';

const PIECE = 1 << 20;
/** Marks are short; pieces overlap by more than one. */
const OVERLAP = 256;
const ENCODINGS = ['utf-16le', 'gb18030', 'utf-8'] as const;

/**
 * Looks for a classification mark (密级标志、内部标识) in the raw bytes of a file whose format is not read here, such as .doc: Chinese
 * stands in them as UTF-16, GBK or UTF-8. Only marks with a star or a label are certain enough among other bytes.
 */
export function findMarkInBytes(bytes: Uint8Array): string | null {
  for (const encoding of ENCODINGS) {
    const decoder = new TextDecoder(encoding);
    // Text may begin at an odd place.
    for (const shift of encoding === 'utf-16le' ? [0, 1] : [0])
      for (let at = shift; at < bytes.length; at += PIECE) {
        const text = decoder.decode(bytes.subarray(at, at + PIECE + OVERLAP));
        // Control characters end paragraphs and cells in such files.
        const mark = findClassificationMark(`\n\n${'\n.'.repeat(12)}\n${text.replaceAll(/\p{Cc}/gu, '\n')}`);
        if (mark !== null) return mark;
      }
  }
  return null;
}
