import type { Volume } from '@xiuzhi/review';
import type { SourceMap } from '../src/index.ts';

/** What is wrong between a plain text file and what was read from it. */
export interface MappingFaults {
  /** Logical characters that map to another character or to a place already taken. */
  unequal: number;
  /** Logical characters other than separators without a source. */
  rootless: number;
  /** Characters of the file that are in no logical place, as character → count. */
  lost: Record<string, number>;
}

/** Checks every character of a text file and its logical text, both ways; white space of the file may be lost. */
export function checkMapping(source: string, volume: Volume, sources: SourceMap): MappingFaults {
  const taken = new Uint8Array(source.length);
  const mapped = new Uint8Array(volume.text.length);
  const faults: MappingFaults = { unequal: 0, rootless: 0, lost: {} };
  for (let at = 0; at < sources.segments.length; at += 5) {
    const [logical, length, , , start] = sources.segments.subarray(at, at + 5) as unknown as number[];
    for (let step = 0; step < length!; step++) {
      if (volume.text[logical! + step] !== source[start! + step] || taken[start! + step]) faults.unequal++;
      taken[start! + step] = 1;
      mapped[logical! + step] = 1;
    }
  }
  for (let at = 0; at < volume.text.length; at++)
    if (!mapped[at] && !/[\n\t ]/.test(volume.text[at]!)) faults.rootless++;
  for (let at = 0; at < source.length; at++) {
    if (taken[at] || /\s/.test(source[at]!)) continue;
    faults.lost[source[at]!] = (faults.lost[source[at]!] ?? 0) + 1;
  }
  return faults;
}
