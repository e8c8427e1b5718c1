/** Splits lines of words at their spaces: a word list that stays readable. */
export function listWords(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
