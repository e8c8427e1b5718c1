import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** A part of a manuscript: a heading (`# `), a paragraph, or the rows of a table. */
export type Part = string | readonly (readonly string[])[];

/** Writes a Word manuscript (书稿) from its parts. */
export async function writeManuscript(parts: readonly Part[]): Promise<Buffer<ArrayBuffer>> {
  const children = parts.map((part) => {
    if (typeof part !== 'string') {
      const rows = part.map(
        (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      );
      return new Table({ rows });
    }
    return part.startsWith('# ')
      ? new Paragraph({ heading: HeadingLevel.HEADING_1, text: part.slice(2) })
      : new Paragraph(part);
  });
  return Buffer.from(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
}
