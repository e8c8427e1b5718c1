const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML content or attribute value; characters XML cannot hold are left out, lone surrogates replaced. */
export function escapeXml(text: string): string {
  const known = text.replace(/[&<>"]/g, (character) => ENTITIES[character]!).toWellFormed();
  return Array.from(known, (character) => (isXmlCharacter(character.codePointAt(0)!) ? character : '')).join('');
}

function isXmlCharacter(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code !== 0xfffe && code !== 0xffff);
}
