import type { Line } from './split-lines.ts';
import type { Wrapping } from './detect-wrapping.ts';
import { textWidth } from './display-width.ts';

const SENTENCE_END = /[。！？!?][”’」』）)]*$/;
const OPENS_BLOCK =
  /^(?:【|(?:续)?表\s*[\d一二三四五六七八九十]|续表|[（(]?续表|单位[：:]|附[：:]|注[：:]|第[一二三四五六七八九十百零〇\d]+[编章节篇卷]\s)/;

/** Paragraph whose lines are being gathered. */
export interface OpenParagraph {
  readonly first: Line;
  readonly last: Line;
  readonly lastIndex: number;
  /** Display column at which hanging lines of this paragraph go on, once one has. */
  readonly hanging: number;
}

/**
 * Decides whether a line goes on the open paragraph (折行续接): a flush line after an indented or full line, or a line
 * hanging under the text column of an entry whose line before is full, as in 大事记.
 */
export function continuesParagraph(open: OpenParagraph, line: Line, wrapping: Wrapping, lastHanging: number): boolean {
  if (!wrapping.isHardWrapped || OPENS_BLOCK.test(line.text)) return false;
  const limit = wrapping.limitAt(open.lastIndex);
  const isFull = open.last.width >= limit - 8;
  if (line.indent >= 8) {
    if (!isFull || line.indent > limit * 0.4) return false;
    if (open.hanging > 0) return line.indent === open.hanging;
    return line.indent === lastHanging || textColumns(open.first).includes(line.indent);
  }
  if (!wrapping.marksParagraphsByIndent) return isFull && line.indent < 2;
  if (line.indent >= 2) return false;
  if (isFull) return true;
  // Paragraphs are known by their indent here, so a flush line ends none unless the line before is plainly its end.
  const isParagraph = open.last !== open.first || (open.first.indent >= 2 && open.first.indent <= 8);
  const endsHere = SENTENCE_END.test(open.last.text) && open.last.width < limit * 0.7;
  return isParagraph && open.last.width >= limit * 0.2 && !endsHere;
}

/** Display columns at which the words of a line begin after white space. */
function textColumns(line: Line): number[] {
  return [...line.text.matchAll(/\s+(?=\S)/g)].map(
    (gap) => line.indent + textWidth(line.text.slice(0, gap.index + gap[0].length)),
  );
}
