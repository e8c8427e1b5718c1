import type { Paragraph, Table } from 'docx';

import { breakTitle } from './break-title.ts';
import { cleanLines } from './clean-lines.ts';
import { BODY, linesHigh, lineOf, tableOf, titleLines } from './docx-parts.ts';
import { MEASURES } from './measures.ts';
import type { TablePaper } from './paper.ts';

const { typeArea, lead, title } = MEASURES;

/** Lays a table report out for Word: title, lines above, the table, notes. */
export function layReport(paper: TablePaper): (Paragraph | Table)[] {
  const width = paper.isLandscape ? typeArea.height : typeArea.width;
  const small = (texts: readonly string[]) =>
    texts
      .flatMap((text) => cleanLines(text).split('\n'))
      .map((text) => lineOf(text, { face: 'fangsong', size: lead.size }, linesHigh(lead.pitch)));
  return [
    ...(paper.draft ? [lineOf('草稿', { ...BODY, face: 'heiti' })] : []),
    ...titleLines(breakTitle(cleanLines(paper.title), Math.floor((width * 72) / 25.4 / title.size))),
    ...small(paper.lead),
    tableOf(paper.table, width),
    ...small(paper.notes),
  ];
}
