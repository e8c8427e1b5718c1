/** A stretch of a text (片段) in UTF-16 units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters of some stretches, white space left out: code points, where each begins and where it ends. */
export interface Characters {
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Reads the characters of some stretches of a text, in their order. */
export function readCharacters(text: string, spans: readonly Span[]): Characters {
  const most = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const [codes, starts, ends] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let size = 0;
  for (const { start, end } of spans) {
    for (let at = start; at < end;) {
      const code = text.codePointAt(at)!;
      const next = at + (code > 0xffff ? 2 : 1);
      if (!isSpace(code)) {
        codes[size] = code;
        starts[size] = at;
        ends[size] = next;
        size += 1;
      }
      at = next;
    }
  }
  return { codes: codes.subarray(0, size), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** What `\s` matches. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code > 127 &&
      (code === 0x3000 ||
        code === 0xa0 ||
        code === 0xfeff ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f))
  );
}
