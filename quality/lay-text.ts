import type { Volume } from '@xiuzhi/review';

import { VolumeBuilder } from '../packages/review/test/read-cases.ts';

/**
 * Lays the text of a labelled pair out as a small book (成书): `# ` a heading, `a | b` a table row, a line that begins
 * with 表 before a table its caption, anything else a paragraph. Lines are separated by a written `\n`.
 */
export function layText(written: string): Volume {
  const lines = written.split('\\n').filter((line) => line.trim() !== '');
  const builder = new VolumeBuilder();
  let rows: string[][] = [];
  const closeTable = () => {
    if (rows.length > 0) builder.addTable(rows);
    rows = [];
  };
  lines.forEach((line, at) => {
    if (line.includes(' | ')) {
      rows.push(line.split('|').map((cell) => cell.trim()));
      return;
    }
    closeTable();
    const heading = /^(#{1,6}) (.+)$/u.exec(line);
    if (heading !== null) builder.addLine('heading', heading[2]!, heading[1]!.length);
    else builder.addLine(line.startsWith('表') && lines[at + 1]?.includes(' | ') ? 'caption' : 'paragraph', line);
  });
  closeTable();
  return builder.finish();
}
