import type { ScannedLine } from './scan-drawn-line.ts';

const FIGURE = /^[-－+]?\d[\d.,，%％‰]*$/;

/**
 * True when each of the lines between two rules is a record of its own (逐行成条的表): most cells are filled on every
 * line and at least two of them are figures. The lines of one broken row have a figure in a few cells at most.
 */
export function areRecords(lines: readonly ScannedLine[]): boolean {
  if (lines.length < 2) return false;
  const strokes = lines[0]!.strokes.length;
  return lines.every((line) => {
    if (line.strokes.length !== strokes) return false;
    const cells = cellsOf(line);
    const filled = cells.filter((cell) => cell !== '').length;
    return filled >= cells.length * 0.6 && cells.filter((cell) => FIGURE.test(cell)).length >= 2;
  });
}

function cellsOf({ line, strokes }: ScannedLine): string[] {
  return strokes.slice(1).map((stroke, index) => line.text.slice(strokes[index]! + 1, stroke).trim());
}
