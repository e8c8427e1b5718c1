import { cleanLine, cleanLines } from './clean-lines.ts';
import { MEASURES } from './measures.ts';
import type { PaperTable } from './paper-table.ts';
import type { PaperParagraph } from './paper.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text on one line, with nothing in it that could be markup. */
export function escapeLine(text: string): string {
  return escapeText(cleanLine(text));
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Lines of a text, a line break between. */
export function escapeLines(text: string): string {
  return cleanLines(text)
    .split('\n')
    .map((line) => escapeText(line.trim()))
    .join('<br>');
}

/** An element, or nothing where there is nothing to stand in it. */
export function element(name: string, content: string, style = ''): string {
  if (content === '') return '';
  return `<${name}${style === '' ? '' : ` class="${style}"`}>${content}</${name.split(' ')[0]}>`;
}

/** Paragraphs, or a heading `rank` levels down. */
export function writeParagraph({ text, bold, level }: PaperParagraph, rank: number): string {
  const rows = cleanLines(text)
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const leading = bold === null ? '' : cleanLine(bold);
  return rows
    .map((row, at) => {
      const cut = at === 0 && leading !== '' && row.startsWith(leading) ? leading.length : 0;
      const words = element('strong', escapeText(row.slice(0, cut))) + escapeText(row.slice(cut));
      return level === 0 ? element('p', words) : element(`h${rank + level - 1}`, words, level === 1 ? 'hei' : 'kai');
    })
    .join('\n');
}

/** A table with its head and, where it has one, a name for those who do not see it. */
export function writeTable({ columns, head, rows }: PaperTable, name: string): string {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`).join('');
  const heads = head.map((cells) => {
    const tags = cells.map((each) => {
      const scope = (each.columns ?? 1) > 1 ? 'colgroup' : 'col';
      return `<th scope="${scope}" colspan="${each.columns ?? 1}" rowspan="${each.rows ?? 1}">${escapeLines(each.text)}</th>`;
    });
    return element('tr', tags.join(''));
  });
  const lines = rows.map((row) =>
    'section' in row
      ? `<tr><th scope="rowgroup" colspan="${columns.length}">${escapeLine(row.section)}</th></tr>`
      : `<tr>${row.cells.map((text, at) => `<td class="${columns[at]!.align}">${escapeLines(text)}</td>`).join('')}</tr>`,
  );
  return `<table>${element('caption', escapeLine(name), 'unseen')}<colgroup>${widths}</colgroup>${element('thead', heads.join(''))}<tbody>${lines.join('\n')}</tbody></table>`;
}

/** A whole page: language, title, styles for screen and paper; no script. */
export function writePage(title: string, body: string, isLandscape = false): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeLine(title)}</title>
<style>${styles(isLandscape)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const { margin, body, title: heading, foot, cell, red } = MEASURES;
const SONG = '"Noto Serif SC","Source Han Serif SC",SimSun,宋体,serif';

function styles(isLandscape: boolean): string {
  return [
    `@page{size:A4${isLandscape ? ' landscape' : ''};margin:${margin.top}mm ${margin.right}mm ${margin.bottom}mm ${margin.left}mm}`,
    `body{margin:0 auto;padding:1.5rem 1rem;max-width:${isLandscape ? 62 : 30}em;font:${body.size}pt/1.85 仿宋_GB2312,仿宋,FangSong,${SONG};color:#000;background:#fff;overflow-wrap:anywhere}`,
    `h1,h2,h3,h4,h5,p{margin:0;font-size:1em;font-weight:normal}p{text-indent:2em;text-align:justify}`,
    `.masthead{font:bold min(2.4em,8vw)/1.4 方正小标宋简体,${SONG};color:${red};text-align:center;text-wrap:balance}`,
    `.title{font:bold ${heading.size}pt/1.5 方正小标宋简体,${SONG};text-align:center;text-wrap:balance;margin:1em 0 .5em}`,
    `.center{text-align:center;text-indent:0}.right{text-align:right;text-indent:0}.plain{text-indent:0}`,
    `.hei{font-family:黑体,SimHei,"Noto Sans SC",sans-serif}.kai{font-family:楷体_GB2312,楷体,KaiTi,${SONG}}h3.hei,h4.hei,h3.kai,h4.kai,h5.kai{text-indent:2em}`,
    `.issue{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em;padding:.3em 1em;border-bottom:${MEASURES.bulletin.redRule}mm solid ${red};margin-bottom:.7em}`,
    `.subtitle{text-align:center;text-indent:0}.mark{font-family:黑体,SimHei,sans-serif;text-indent:0}`,
    `footer{font-size:${foot.size}pt;line-height:1.6;margin-top:2em;break-inside:avoid}footer p{text-indent:0;padding:0 1em}`,
    `footer .band{border-top:${MEASURES.rule.outer}mm solid;padding:.3em 1em;margin:0}footer .last{border-top:${MEASURES.rule.inner}mm solid;border-bottom:${MEASURES.rule.outer}mm solid;display:flex;justify-content:space-between;flex-wrap:wrap}`,
    `dl{display:grid;grid-template-columns:auto 1fr}dt,dd{margin:0}dd{grid-column:2}`,
    `table{width:100%;border-collapse:collapse;font-size:${cell.size}pt;line-height:1.5;margin:.5em 0}th,td{border:.5pt solid #000;padding:.2em .4em}th{font:inherit;font-family:黑体,SimHei,sans-serif}td.left{text-align:left}thead{display:table-header-group}tr{break-inside:avoid}`,
    `.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`,
    `@media print{body{padding:0;max-width:none}h1,h2,h3,h4,h5{break-after:avoid}}`,
  ].join('');
}
