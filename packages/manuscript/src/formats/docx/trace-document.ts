import { KeptText } from './kept-text.ts';
import { createXmlFeeder, type XmlAttributes } from './parse-xml.ts';

/** A stretch of kept text in a run: one `w:t`, tab or break. Raw positions are UTF-16 units of the XML. */
export interface TracedPiece {
  readonly start: number;
  end: number;
  readonly run: TracedRun;
  /** The whole element. */
  readonly rawStart: number;
  rawEnd: number;
  /** Content of a `w:t`; -1 for a tab or break. */
  readonly contentStart: number;
  contentEnd: number;
}

/** Run in the XML; a run inside another (text box, ruby) counts as its outermost run. */
export interface TracedRun {
  readonly rawStart: number;
  rawEnd: number;
  /** The open tag and the formatting of the run, to open it again after a split. */
  opening: string;
  readonly outer: TracedRun | undefined;
  readonly depth: number;
}

/** Paragraph in the XML. */
export interface TracedParagraph {
  readonly pieces: TracedPiece[];
  readonly rawStart: number;
  /** After the open tag and the paragraph settings. */
  contentStart: number;
  /** Before the close tag; -1 for an empty-element tag. */
  contentEnd: number;
  /** Run of another paragraph it lies in, for a paragraph in a text box. */
  readonly host: TracedRun | undefined;
  readonly isPresent: boolean;
}

/** Where the text of a document part stands in its XML (原文定位). */
export interface DocumentTrace {
  readonly paragraphs: readonly TracedParagraph[];
  /** Runs that refer to a note, by `footnotes:<id>` or `endnotes:<id>`. */
  readonly noteRuns: ReadonlyMap<string, TracedRun>;
}

/** Traces a document part; throws `ManuscriptRefusal` for ill-formed XML. */
export function traceDocument(xml: string): DocumentTrace {
  const kept = new KeptText();
  const paragraphs: TracedParagraph[] = [];
  const open: TracedParagraph[] = [];
  const runs: TracedRun[] = [];
  const noteRuns = new Map<string, TracedRun>();
  let piece: TracedPiece | undefined;
  let settingsAt = -1;
  let depth = 0;

  const feeder = createXmlFeeder({
    open(name: string, attributes: XmlAttributes) {
      const rawEnd = feeder.position;
      const rawStart = xml.lastIndexOf('<', rawEnd - 1);
      const mark = kept.open(name, attributes);
      depth++;
      if (name === 'w:p') {
        const host = runs[0];
        const isPresent = kept.isPresent;
        const paragraph = { pieces: [], rawStart, contentStart: rawEnd, contentEnd: -1, host, isPresent };
        paragraphs.push(paragraph);
        open.push(paragraph);
      } else if (name === 'w:r') {
        runs.push({ rawStart, rawEnd, opening: xml.slice(rawStart, rawEnd), outer: runs[0], depth });
      } else if (name === 'w:rPr' && runs.at(-1)?.depth === depth - 1) settingsAt = rawStart;
      else if (name === 'w:t' && kept.takesText) addPiece(rawStart, rawEnd, rawEnd, 0);
      else if (mark !== '') addPiece(rawStart, rawEnd, -1, mark.length);
      else if ((name === 'w:footnoteReference' || name === 'w:endnoteReference') && kept.isPresent && runs.length > 0)
        noteRuns.set(`${name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'}:${attributes['w:id']}`, runs[0]!);
    },
    text(text) {
      if (piece && piece.contentStart >= 0 && kept.takesText) piece.end += text.length;
    },
    close(name) {
      const rawEnd = feeder.position;
      depth--;
      kept.close(name);
      if (name === 'w:t' && piece && piece.contentStart >= 0) {
        piece.contentEnd = Math.max(piece.contentStart, xml.lastIndexOf('</', rawEnd - 1));
        piece.rawEnd = rawEnd;
        piece = undefined;
      } else if (name === 'w:rPr' && settingsAt >= 0 && runs.at(-1)?.depth === depth) {
        runs.at(-1)!.opening += xml.slice(settingsAt, rawEnd);
        settingsAt = -1;
      } else if (name === 'w:pPr' && open.length > 0) open.at(-1)!.contentStart = rawEnd;
      else if (name === 'w:r') {
        const run = runs.pop();
        if (run) run.rawEnd = rawEnd;
      } else if (name === 'w:p') {
        const paragraph = open.pop()!;
        const closing = xml.lastIndexOf('<', rawEnd - 1);
        paragraph.contentEnd = closing > paragraph.rawStart ? closing : -1;
      }
    },
  });

  function addPiece(rawStart: number, rawEnd: number, contentStart: number, length: number): void {
    const paragraph = open.at(-1);
    const run = runs.at(-1);
    if (!paragraph || !run) return;
    const start = paragraph.pieces.at(-1)?.end ?? 0;
    const added = { start, end: start + length, run, rawStart, rawEnd, contentStart, contentEnd: rawEnd };
    paragraph.pieces.push(added);
    if (contentStart >= 0) piece = added;
  }

  feeder.write(xml);
  feeder.end();
  return { paragraphs, noteRuns };
}
