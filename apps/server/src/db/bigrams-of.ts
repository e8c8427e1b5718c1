/**
 * Pairs of neighbouring characters of a text, as the database's `bigrams()` counts them: by code points, in 32 bits. None of
 * a text of one character. Two pairs may have the same number: what the index finds is compared with the text itself.
 */
export function bigramsOf(text: string): number[] {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  return [...new Set(codes.slice(1).map((second, at) => (codes[at]! << 16) | (second & 0xffff)))];
}
