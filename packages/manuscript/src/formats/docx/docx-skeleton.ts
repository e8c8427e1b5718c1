import { WORD_NAMESPACE } from './write-comment.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** `[Content_Types].xml` of a written document. */
export const CONTENT_TYPES =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/>` +
  ['styles', 'footnotes', 'comments']
    .map((part) => `<Override PartName="/word/${part}.xml" ContentType="${MAIN}.${part}+xml"/>`)
    .join('') +
  '</Types>';

/** `_rels/.rels` of a written document. */
export const PACKAGE_RELATIONSHIPS = relationships([['officeDocument', 'word/document.xml']]);

/** `word/_rels/document.xml.rels` of a written document. */
export const DOCUMENT_RELATIONSHIPS = relationships([
  ['styles', 'styles.xml'],
  ['footnotes', 'footnotes.xml'],
  ['comments', 'comments.xml'],
]);

/** `word/styles.xml`: body in 宋体 with an indent of two characters, headings in 黑体. */
export const STYLES =
  `${XML}<w:styles ${WORD_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('宋体')}<w:sz w:val="24"/><w:szCs w:val="24"/>` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style(
    'BodyText',
    'Body Text',
    '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>',
    '',
  ) +
  Array.from({ length: 9 }, (_, index) => heading(index + 1)).join('') +
  style('Caption', 'caption', '<w:keepNext/><w:jc w:val="center"/>', `${fonts('黑体')}<w:sz w:val="21"/>`) +
  style('TableText', 'Table Text', '<w:jc w:val="center"/>', '<w:sz w:val="18"/>') +
  style('FootnoteText', 'footnote text', '', '<w:sz w:val="18"/>') +
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders()}</w:tblBorders></w:tblPr></w:style>` +
  '</w:styles>';

function relationships(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

function fonts(eastAsian: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${eastAsian}"/>`;
}

function style(id: string, name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function heading(level: number): string {
  const size = Math.max(24, 48 - level * 6);
  const centred = level <= 3 ? '<w:jc w:val="center"/>' : '';
  const paragraph = `<w:keepNext/><w:spacing w:before="240" w:after="120"/>${centred}<w:outlineLvl w:val="${level - 1}"/>`;
  return style(`Heading${level}`, `heading ${level}`, paragraph, `${fonts('黑体')}<w:sz w:val="${size}"/>`);
}

function borders(): string {
  return ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
}
