import { Inflate } from 'fflate';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';

/** A page of text is some hundred kilobytes; a Chinese font that is embedded whole, some twenty megabytes. */
const MOST_UNPACKED = { text: 16e6, font: 40e6 };
/** Deflate packs at most about a thousand to one. */
const LEAST_PACKED = MOST_UNPACKED.text / 1100;
const WINDOW = 2000;
const PIECE = 16_384;

/**
 * Refuses a PDF with a stream that unpacks to something huge (PDF 炸弹), before a library unpacks it whole. Pictures are
 * left alone: they are never unpacked here.
 */
export function guardStreams(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1');
  for (let at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + STREAM.length)) {
    const words = text.decode(bytes.subarray(Math.max(0, at - WINDOW), at));
    // The dictionary of this stream, not what stands before it.
    const dictionary = words.slice(Math.max(words.lastIndexOf(' obj'), words.lastIndexOf('endobj'), 0));
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? [];
    if (filters.length === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if (filters.length > 1) throw new ManuscriptRefusal('zip-bomb', 'filter on filter');
    const start = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1);
    const end = indexOf(bytes, END, start);
    const length = (end < 0 ? bytes.length : end) - start;
    if (length < LEAST_PACKED) continue;
    if (!/Fl/.test(filters[0]!)) throw new ManuscriptRefusal('too-large', 'unusual filter');
    const most = /\/Length1\b/.test(dictionary) ? MOST_UNPACKED.font : MOST_UNPACKED.text;
    if (unpacksBeyond(bytes.subarray(start, start + length), most)) throw new ManuscriptRefusal('zip-bomb', 'stream');
  }
}

const STREAM = new TextEncoder().encode('stream');
const END = new TextEncoder().encode('endstream');

function unpacksBeyond(packed: Uint8Array, most: number): boolean {
  const count = { bytes: 0 };
  const inflate = new Inflate((piece) => {
    count.bytes += piece.length;
  });
  try {
    // Two bytes of a zlib header stand before the raw data.
    for (let at = 2; at < packed.length && count.bytes <= most; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    // Damaged data is for the library to judge.
  }
  return count.bytes > most;
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
