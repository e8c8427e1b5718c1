import { strToU8, zlibSync } from 'fflate';

/** Line of a test page: text at a place in points from the lower left corner. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees, counted as PDF does. */
  readonly turn?: number;
}

const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ' +
  '1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end';

/** Makes a PDF with a text layer (test documents); Latin letters are half as wide as Chinese ones. */
export function makePdf(pages: readonly (readonly PrintedLine[])[]): Uint8Array {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', ...fonts(3)];
  const kids = pages.map((lines) => {
    const content = stream(lines.map(show).join('\n'));
    objects.push(content, pageObject(objects.length + 1));
    return `${objects.length} 0 R`;
  });
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  return writePdf(objects);
}

/** Writes numbered objects as a PDF; object 1 is the catalogue, `trailer` goes into the trailer. */
export function writePdf(objects: readonly string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return strToU8(body + table + end, true);
}

/** A stream object of a text or of bytes, packed when `packed`. */
export function stream(content: string | Uint8Array, packed = false, more = ''): string {
  const plain = typeof content === 'string' ? strToU8(content, true) : content;
  const bytes = packed ? zlibSync(plain) : plain;
  const filter = packed ? '/Filter/FlateDecode' : '';
  return `<</Length ${bytes.length}${filter}${more}>>stream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;
}

/** A page whose content is another object; its font is `/F1`, object 3. */
export function pageObject(content: number): string {
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${content} 0 R>>`;
}

/** The three objects of a font whose codes are UTF-16, the first of them numbered `first`. */
export function fonts(first: number): string[] {
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[${first + 1} 0 R]/ToUnicode ${first + 2} 0 R>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[0 127 500]>>',
    stream(TO_UNICODE),
  ];
}

function show({ text, x, y, size = 12, turn = 0 }: PrintedLine): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const codes = Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const matrix = [cos, sin, -sin, cos, x, y].map((value) => value.toFixed(4)).join(' ');
  return `BT /F1 ${size} Tf ${matrix} Tm <${codes}> Tj ET`;
}
