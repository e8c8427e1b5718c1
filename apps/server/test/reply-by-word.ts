import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import type { Visitor } from './open-house.ts';

const DOCUMENT = 'word/document.xml';

/** Downloads a letter as its .docx; throws where it is refused. */
export async function downloadLetter(visitor: Visitor, letterId: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await visitor.fetch(`/api/letters/${letterId}/letter.docx`);
  if (response.status !== 200) throw new Error(await response.text());
  return new Uint8Array(await response.arrayBuffer());
}

/** The text of a .docx, as XML without its tags. */
export function textOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)[DOCUMENT]!).replaceAll(/<[^>]*>/g, '');
}

/** Does to the document of a .docx what a program or a person does to it. */
export function editDocument(bytes: Uint8Array, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  return new Uint8Array(zipSync({ ...parts, [DOCUMENT]: strToU8(change(strFromU8(parts[DOCUMENT]!))) }));
}

/** Fills a letter in as a person does: number of a line → option to tick and words for the last column. */
export function fillLetter(
  bytes: Uint8Array,
  answers: Readonly<Record<number, readonly [option: string, note: string]>>,
): Uint8Array<ArrayBuffer> {
  const fill = (row: string) => {
    const number = Number(/<w:t[^>]*>(\d+)<\/w:t>/.exec(row)?.[1]);
    const given = answers[number];
    if (!given) return row;
    const [option, note] = given;
    const box = new RegExp(`□(</w:t></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)?${option}`);
    if (!box.test(row)) throw new Error(`no box ${option} in row ${number}`);
    const cells = row.match(/<w:tc>.*?<\/w:tc>/gs)!;
    const ticked = row.replace(box, (found) => found.replace('□', '☑'));
    return note
      ? ticked.replace(cells.at(-1)!, () => `<w:tc><w:tcPr/><w:p><w:r><w:t>${note}</w:t></w:r></w:p></w:tc>`)
      : ticked;
  };
  return editDocument(bytes, (xml) => xml.replaceAll(/<w:tr>.*?<\/w:tr>/gs, fill));
}

/** Sends a file in as an answered letter. */
export async function sendReply(visitor: Visitor, content: Uint8Array<ArrayBuffer> | string, fileName = '回函.docx') {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  const response = await visitor.fetch('/api/replies', { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
