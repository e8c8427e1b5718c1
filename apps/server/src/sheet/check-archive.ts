import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Far more than a list of persons needs. */
const MOST_ENTRIES = 200;
const MOST_BYTES = 30 * 1024 * 1024;

/**
 * Whether an archive (压缩包) unpacks to no more than it says and no more than we take (zip bombs): every entry is unpacked
 * once with its stated size as the limit, since what an archive says of itself may be a lie. Throws where it is none.
 */
export function isHarmlessArchive(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('no archive');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return false;
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('broken directory');
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    total += unpacked;
    // Encrypted, packed in some other way, or larger than 4 GB: nothing an office program writes.
    if ((flags & 1) === 1 || (method !== 0 && method !== 8) || total > MOST_BYTES) return false;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    if (data.length !== packed || !isAsLarge(data, method, unpacked)) return false;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return true;
}

function isAsLarge(data: Buffer, method: number, size: number): boolean {
  if (method === 0) return data.length === size;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) }).length === size;
  } catch {
    return false;
  }
}
