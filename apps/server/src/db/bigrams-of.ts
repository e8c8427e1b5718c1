/** Letters that the index of pairs knows: ideographs, digits and Latin letters; nothing else is in it. */
const isIndexed = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code > 0xffff ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122);

/** Pairs of neighbouring characters of a text, as the database's `bigrams()` counts them: by code points, in 32 bits. */
export function bigramsOf(text: string): number[] {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const pairs = codes
    .slice(1)
    .flatMap((second, at) =>
      isIndexed(codes[at]!) && isIndexed(second) ? [(codes[at]! << 16) | (second & 0xffff)] : [],
    );
  return [...new Set(pairs)];
}
