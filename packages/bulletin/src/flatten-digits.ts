/** Writes full-width figures as ASCII ones; no offset changes. */
export function flattenDigits(text: string): string {
  return text.replaceAll(/[０-９]/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! - 0xfee0));
}
