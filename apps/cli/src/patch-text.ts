import type { TextEncoding } from '@xiuzhi/manuscript';

/** One edit of decoded text, UTF-16 offsets without the byte order mark. */
export interface TextPatch {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * Lays edits into the bytes of a text file (按字节修改): everything else stays byte for byte, in whatever encoding it is.
 * Edits in order, not overlapping; one whose replacement the encoding cannot write is given back in `left`.
 */
export function patchText<P extends TextPatch>(
  bytes: Uint8Array,
  encoding: TextEncoding,
  patches: readonly P[],
): { bytes: Uint8Array; left: readonly P[] } {
  const walk = new ByteWalk(bytes, encoding);
  const parts: Uint8Array[] = [];
  const left: P[] = [];
  let from = 0;
  for (const patch of patches) {
    const start = walk.byteOf(patch.start);
    const end = walk.byteOf(patch.end);
    const written = encodeText(patch.replacement, encoding);
    if (written === undefined) {
      left.push(patch);
      continue;
    }
    parts.push(bytes.subarray(from, start), written);
    from = end;
  }
  parts.push(bytes.subarray(from));
  return { bytes: new Uint8Array(Buffer.concat(parts)), left };
}

/** Walks bytes and UTF-16 units side by side, forward only. */
class ByteWalk {
  private readonly bytes: Uint8Array;
  private readonly encoding: TextEncoding;
  private byte: number;
  private unit = 0;

  constructor(bytes: Uint8Array, encoding: TextEncoding) {
    this.bytes = bytes;
    this.encoding = encoding;
    const [first, second, third] = bytes;
    const isMarked = encoding === 'utf-8' && first === 0xef && second === 0xbb && third === 0xbf;
    this.byte = encoding.startsWith('utf-16') ? 2 : isMarked ? 3 : 0;
  }

  byteOf(unit: number): number {
    while (this.unit < unit) this.step();
    return this.byte;
  }

  private step(): void {
    const lead = this.bytes[this.byte] ?? 0;
    if (this.encoding === 'utf-8') this.move(lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
    else if (this.encoding !== 'gb18030') this.move(2);
    else if (lead < 0x80) this.move(1);
    else this.move(isDigitByte(this.bytes[this.byte + 1]) ? 4 : 2);
  }

  /** Four bytes are one character of UTF-8 beyond the basic plane, and in GB 18030 any that has no shorter code. */
  private move(count: number): void {
    const isWide =
      this.encoding === 'utf-8' ? count === 4 : this.encoding === 'gb18030' && count === 4 && this.isBeyond();
    this.byte += count;
    this.unit += isWide ? 2 : 1;
  }

  private isBeyond(): boolean {
    return (this.bytes[this.byte] ?? 0) >= 0x90;
  }
}

function isDigitByte(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function encodeText(text: string, encoding: TextEncoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = code < 0x80 ? code : chinesePairs().get(character);
    if (pair === undefined) return undefined;
    if (pair < 0x80) bytes.push(pair);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

let pairs: Map<string, number> | undefined;

/** The two-byte codes of GB 18030 by character, read off the decoder that every Node has. */
function chinesePairs(): ReadonlyMap<string, number> {
  if (pairs !== undefined) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') pairs.set(character, (lead << 8) | trail);
    }
  }
  return pairs;
}
