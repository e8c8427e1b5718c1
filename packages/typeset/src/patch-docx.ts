import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { MEASURES } from './measures.ts';

const PART = 'word/fontTable.xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Name, the name to take where that is missing, and what the font looks like (panose, family). */
const FONTS = [
  ['仿宋_GB2312', '仿宋', '02010609030101010101', 'modern'],
  ['仿宋', 'FangSong', '02010609060101010101', 'modern'],
  ['楷体_GB2312', '楷体', '02010609030101010101', 'modern'],
  ['楷体', 'KaiTi', '02010609060101010101', 'modern'],
  ['方正小标宋简体', '方正小标宋_GBK', '03000509000000000000', 'script'],
  ['方正小标宋_GBK', '方正小标宋简体', '03000509000000000000', 'script'],
  ['黑体', 'SimHei', '02010609060101010101', 'modern'],
  ['宋体', 'SimSun', '02010600030101010101', 'auto'],
] as const;

const DOCUMENT = 'word/document.xml';
/** Spacing of a line that is not of body type. */
const OFF_GRID = new RegExp(`<w:spacing [^>]*w:line="(?!${MEASURES.word.line * 20}")\\d+" w:lineRule="exact"/>`, 'g');

/** Adds what the writer of Word files has no words for: alternative fonts, and lines that keep off the grid of body lines. */
export function patchDocx(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  parts[PART] = strToU8(writeFonts());
  const document = strFromU8(parts[DOCUMENT]!);
  parts[DOCUMENT] = strToU8(document.replaceAll(OFF_GRID, (spacing) => `<w:snapToGrid w:val="0"/>${spacing}`));
  return zipSync(parts, { level: 6 });
}

/** Tells Word what to take where a font is missing: alternative name, shape and character set of each Chinese one. */
function writeFonts(): string {
  const chinese = FONTS.map(
    ([name, other, panose, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  );
  const latin =
    '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>' +
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${chinese.join('')}${latin}</w:fonts>`;
}
