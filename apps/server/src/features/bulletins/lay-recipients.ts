/**
 * Lines of 报、送、发 as they are printed (报送发分行): what is entered with its full stop is a line of its own; names entered one
 * by one, as those of an issue read back are, stand in a row and end with a full stop.
 */
export function layRecipients(entries: readonly string[]): string[] {
  const lines: string[][] = [[]];
  for (const entry of entries.map((each) => each.trim()).filter(Boolean)) {
    lines.at(-1)!.push(entry.replace(/[。，、；]$/u, ''));
    if (entry.endsWith('。')) lines.push([]);
  }
  return lines.filter((line) => line.length > 0).map((line) => `${line.join('，')}。`);
}
