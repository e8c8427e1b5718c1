import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What a font file holds: names of its families, and which characters. */
export interface Font {
  readonly file: string;
  readonly families: readonly string[];
  /** First and last code points of runs of characters, in order. */
  readonly runs: Uint32Array;
}

const TTC = 0x74746366;
const SFNT = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** Copyright and the like aside: family, and typographic family. */
const FAMILY_NAMES = new Set([1, 16]);
const MOST_TABLE = 16 * 2 ** 20;
const MOST_FACES = 16;
const SIMPLIFIED = /\bSC\b/;

type Read = (at: number, length: number) => Buffer;

/** Reads names and characters of a .ttf, .otf or .ttc: the latter's names for 简体 come first; null for what is none of them. */
export function readFont(file: string): Font | null {
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const read: Read = (at, length) => {
      if (at < 0 || length < 0 || at + length > size || length > MOST_TABLE) throw new RangeError('outside the file');
      const bytes = Buffer.alloc(length);
      readSync(handle, bytes, 0, length, at);
      return bytes;
    };
    const start = read(0, 16);
    const isCollection = start.readUInt32BE(0) === TTC;
    const count = isCollection ? Math.min(start.readUInt32BE(8), MOST_FACES) : 1;
    const offsets = Array.from({ length: count }, (_, at) => (isCollection ? read(12 + at * 4, 4).readUInt32BE(0) : 0));
    const families = offsets.flatMap((offset) => readFamilies(readTable(read, offset, 'name')));
    families.sort((one, other) => Number(SIMPLIFIED.test(other)) - Number(SIMPLIFIED.test(one)));
    return { file, families, runs: readRuns(readTable(read, offsets[0]!, 'cmap')) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Whether a font holds a character. */
export function holds({ runs }: Font, codePoint: number): boolean {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < runs[middle * 2]!) high = middle - 1;
    else if (codePoint > runs[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}

function readTable(read: Read, offset: number, tag: string): Buffer {
  const head = read(offset, 12);
  if (!SFNT.has(head.readUInt32BE(0))) throw new RangeError('no font');
  const directory = read(offset + 12, head.readUInt16BE(4) * 16);
  for (let at = 0; at < directory.length; at += 16)
    if (directory.toString('latin1', at, at + 4) === tag)
      return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  throw new RangeError(`no ${tag}`);
}

function readFamilies(table: Buffer): string[] {
  const strings = table.readUInt16BE(4);
  const families = new Set<string>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 6 + index * 12;
    if (!FAMILY_NAMES.has(table.readUInt16BE(at + 6))) continue;
    const from = strings + table.readUInt16BE(at + 10);
    const bytes = table.subarray(from, from + table.readUInt16BE(at + 8));
    const platform = table.readUInt16BE(at);
    if (platform !== 1) families.add(new TextDecoder('utf-16be').decode(bytes));
    else if (table.readUInt16BE(at + 2) === 0) families.add(bytes.toString('latin1'));
  }
  return [...families].filter((name) => name.trim() !== '');
}

/** The widest Unicode table there is: format 12, else format 4. */
function readRuns(table: Buffer): Uint32Array {
  const found = new Map<number, number>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 4 + index * 8;
    const platform = table.readUInt16BE(at);
    const start = table.readUInt32BE(at + 4);
    if (platform === 0 || platform === 3) found.set(table.readUInt16BE(start), start);
  }
  const wide = found.get(12);
  if (wide !== undefined) return readGroups(table, wide);
  const narrow = found.get(4);
  return narrow === undefined ? new Uint32Array() : readSegments(table, narrow);
}

function readGroups(table: Buffer, start: number): Uint32Array {
  const runs = new Uint32Array(table.readUInt32BE(start + 12) * 2);
  for (let index = 0; index < runs.length / 2; index++) {
    runs[index * 2] = table.readUInt32BE(start + 16 + index * 12);
    runs[index * 2 + 1] = table.readUInt32BE(start + 20 + index * 12);
  }
  return runs;
}

/** Segments of the plane that everything common is on; glyph 0 within one means that a character is not there. */
function readSegments(table: Buffer, start: number): Uint32Array {
  const count = table.readUInt16BE(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  const runs: number[] = [];
  for (let segment = 0; segment < count; segment++) {
    const first = table.readUInt16BE(starts + segment * 2);
    const last = table.readUInt16BE(ends + segment * 2);
    const delta = table.readUInt16BE(deltas + segment * 2);
    const place = offsets + segment * 2;
    const offset = table.readUInt16BE(place);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : table.readUInt16BE(place + offset + (code - first) * 2);
      if (raw === 0 || ((raw + delta) & 0xffff) === 0) continue;
      if (runs.at(-1) === code - 1) runs[runs.length - 1] = code;
      else runs.push(code, code);
    }
  }
  return Uint32Array.from(runs);
}
