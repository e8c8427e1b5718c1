/** The last part of a name as a person would know it (文件名), without characters that a file or a header cannot bear; `other` where nothing is left. */
export function cleanFileName(name: string, other: string): string {
  const last = name.replaceAll('%22', '"').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '')
    .toWellFormed()
    .trim();
  return [...clean].slice(-120).join('') || other;
}
