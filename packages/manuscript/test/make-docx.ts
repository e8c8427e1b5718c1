import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Parts of a test document besides its body, as inner XML; keys are part names without folder. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly comments?: string;
}

/** Makes a .docx from the XML of its body (test documents). */
export function makeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const document = `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return makePackage({ 'word/document.xml': document, ...namedParts(parts) });
}

/** Makes a .docx from whole parts by name, adding relationships and content types. */
export function makePackage(parts: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(parts).filter((name) => name.startsWith('word/') && name !== 'word/document.xml');
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const links = names.map((name, index) => {
    const target = name.slice('word/'.length);
    return `<Relationship Id="rId${index + 1}" Type="${kind}/${target.replace(/\d*\.xml$/, '')}" Target="${target}"/>`;
  });
  const root = 'http://schemas.openxmlformats.org/package/2006';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${root}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${root}/relationships"><Relationship Id="rId1" Type="${kind}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${root}/relationships">${links.join('')}</Relationships>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Paragraph of one run, with a style when given. */
export function paragraph(text: string, style = ''): string {
  const settings = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${settings}${run(text)}</w:p>`;
}

/** Run of one text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function namedParts(parts: DocxParts): Record<string, string> {
  const roots: Record<keyof DocxParts, string> = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    header: 'hdr',
    comments: 'comments',
  };
  const files: Record<string, string> = {};
  for (const [key, root] of Object.entries(roots)) {
    const inner = parts[key as keyof DocxParts];
    const name = key === 'header' ? 'header1' : key;
    if (inner !== undefined) files[`word/${name}.xml`] = `<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
  }
  return files;
}
