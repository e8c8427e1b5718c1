/** Normalises a sign-in name (用户名): full-width letters of an input method are the narrow ones; NUL, which no name has, goes. */
export function normaliseName(name: string): string {
  return name.replaceAll('\0', '').normalize('NFKC').trim();
}
