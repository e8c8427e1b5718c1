import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { isHarmlessArchive } from './check-archive.ts';

const archive = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) => Buffer.from(zipSync(files, { level }));
/** Claims, in both places, to unpack to `size` bytes. */
function lie(bytes: Buffer, size: number): Buffer {
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return bytes;
}

describe('a harmless archive', () => {
  it('unpacks to what it says, packed or stored', () => {
    expect(isHarmlessArchive(archive({ a: new Uint8Array(1000), b: new Uint8Array(0) }))).toBe(true);
    expect(isHarmlessArchive(archive({ a: new Uint8Array(1000) }, 0))).toBe(true);
  });

  it('is not one that unpacks to more than we take, in one entry or in many', () => {
    expect(isHarmlessArchive(archive({ a: new Uint8Array(31 * 1024 * 1024) }))).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`a${index}`, new Uint8Array(4e6)]));
    expect(isHarmlessArchive(archive(many))).toBe(false);
    const tiny = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`a${index}`, new Uint8Array(1)]));
    expect(isHarmlessArchive(archive(tiny))).toBe(false);
  });

  it('is not one that unpacks to more, or less, than it says', () => {
    expect(isHarmlessArchive(lie(archive({ a: new Uint8Array(60e6) }), 100))).toBe(false);
    expect(isHarmlessArchive(lie(archive({ a: new Uint8Array(100) }), 200))).toBe(false);
  });

  it('is none at all where the directory is missing or broken', () => {
    expect(() => isHarmlessArchive(Buffer.from('甲'))).toThrow();
    const bytes = archive({ a: new Uint8Array(10) });
    bytes.writeUInt32LE(5, bytes.length - 6);
    expect(() => isHarmlessArchive(bytes)).toThrow();
  });
});
