/** Text as it can be printed: characters that control rather than print are left out, tabs become spaces; line breaks stay. */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNPRINTED, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanLines(text).replaceAll('\n', ' ').trim();
}

/** All but line breaks; U+200B and U+2060 are for the typesetter to set. */
const UNPRINTED = /(?!\n)[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
