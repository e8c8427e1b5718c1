/** Text as a file can hold it (可写文本): control characters that XML cannot carry left out, lone surrogates replaced. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
