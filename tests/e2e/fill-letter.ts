import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const DOCUMENT = 'word/document.xml';

/** What a unit writes into the row of a line: the box it ticks, and its words in the last column. */
export interface Filling {
  readonly number: number;
  readonly option: string;
  readonly note?: string;
}

/** Fills in a letter (填写回函) as a person does in Word: boxes ticked, notes typed, and words written below the table. */
export function fillLetter(docx: Uint8Array, fillings: readonly Filling[], below = ''): Buffer {
  const parts = unzipSync(docx);
  let xml = strFromU8(parts[DOCUMENT]!);
  for (const { number, option, note } of fillings) {
    const row = xml
      .match(/<w:tr>.*?<\/w:tr>/gs)
      ?.find((each) => new RegExp(`<w:t[^>]*>${number}</w:t>`).test(each.split('</w:tc>')[0]!));
    if (!row) throw new Error(`no row ${number}`);
    const cells = row.match(/<w:tc>.*?<\/w:tc>/gs)!;
    const ticked = cells.at(-2)!.replace(new RegExp(`□(?=(<[^>]*>)*${option})`), '☑');
    if (ticked === cells.at(-2)) throw new Error(`no box ${option} in row ${number}`);
    const noted = note === undefined ? cells.at(-1)! : `<w:tc><w:tcPr/>${paragraph(note)}</w:tc>`;
    xml = xml.replace(row, () => row.replace(cells.at(-2)!, () => ticked).replace(cells.at(-1)!, () => noted));
  }
  if (below) xml = xml.replace(/<\/w:tbl>(?!.*<\/w:tbl>)/s, () => `</w:tbl>${paragraph(below)}`);
  return Buffer.from(zipSync({ ...parts, [DOCUMENT]: strToU8(xml) }));
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
