import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import { recogniseFormat } from '../../recognise-format.ts';
import { KeptText } from './kept-text.ts';
import { openPackage, type DocxPackage } from './open-package.ts';
import { parseXml, type XmlAttributes, type XmlHandler } from './parse-xml.ts';
import { relationshipHandler, relationshipsOf, resolveParts, type Relationship } from './resolve-parts.ts';

const LIMITS = { paragraphs: 100_000, cells: 100_000, bookmarks: 100_000 };

/** Cell of a Word table: its paragraphs joined by line breaks, and the names of the bookmarks that begin in it. */
export interface DocxCell {
  readonly text: string;
  readonly bookmarks: readonly string[];
}

/** Table of a Word file (表格), row by row as written; a table in a cell is text of that cell. */
export interface DocxTable {
  readonly rows: readonly { readonly cells: readonly DocxCell[] }[];
}

/** What a filled-in form holds (回填文件): custom properties, tables, and paragraphs and comments outside them. */
export interface DocxTables {
  readonly properties: Readonly<Record<string, string>>;
  readonly tables: readonly DocxTable[];
  readonly paragraphs: readonly string[];
  readonly comments: readonly string[];
}

/**
 * Reads tables of a .docx with bookmarks and custom properties (读取表格): tracked insertions and hidden text count as
 * text, tracked deletions do not. Throws `ManuscriptRefusal` for damaged and hostile files.
 */
export async function readDocxTables(bytes: Uint8Array): Promise<DocxTables> {
  recogniseFormat(bytes, '.docx');
  const zip = await openPackage(bytes);
  try {
    return await readParts(zip);
  } finally {
    zip.close();
  }
}

async function readParts(zip: DocxPackage): Promise<DocxTables> {
  const parse = async (name: string | undefined, handler: XmlHandler) => {
    if (name !== undefined && zip.names.has(name)) await parseXml(await zip.stream(name), handler);
  };
  const roots: Relationship[] = [];
  await parse('_rels/.rels', relationshipHandler('', roots));
  const root = (kind: string) => roots.find((each) => each.kind === kind)?.target;
  const document = root('officeDocument') ?? 'word/document.xml';
  if (!zip.names.has(document) || !/\bdocument\d*\.xml$/.test(document)) {
    const isOther = [...zip.names].some((name) => /^(?:xl|ppt)\//.test(name));
    throw new ManuscriptRefusal(isOther ? 'unsupported' : 'not-a-docx', 'no document part');
  }
  const relationships: Relationship[] = [];
  await parse(relationshipsOf(document), relationshipHandler(document.replace(/\/?[^/]*$/, ''), relationships));
  const properties = new Map<string, string>();
  await parse(root('custom-properties') ?? 'docProps/custom.xml', propertyHandler(properties));
  const body = new TableReader();
  await parse(document, body.handler());
  const remarks = new TableReader();
  await parse(resolveParts(document, relationships, zip.names).comments, remarks.handler());
  return {
    properties: Object.fromEntries(properties),
    tables: body.tables,
    paragraphs: body.paragraphs,
    comments: remarks.paragraphs,
  };
}

/** Reads `docProps/custom.xml`: name → text of its value. */
function propertyHandler(properties: Map<string, string>): XmlHandler {
  let name: string | undefined;
  let value = '';
  return {
    open(element, attributes) {
      if (element !== 'property' && !element.endsWith(':property')) return;
      name = attributes['name'];
      value = '';
    },
    text: (text) => {
      if (name !== undefined) value += text;
    },
    close(element) {
      if (name === undefined || (element !== 'property' && !element.endsWith(':property'))) return;
      properties.set(name, value.trim());
      name = undefined;
    },
  };
}

interface OpenCell {
  readonly lines: string[];
  readonly bookmarks: string[];
}

interface OpenRow {
  readonly cells: OpenCell[];
  isDeleted: boolean;
}

class TableReader {
  readonly tables: DocxTable[] = [];
  readonly paragraphs: string[] = [];
  private readonly kept = new KeptText();
  private readonly open: string[] = [];
  private rows: OpenRow[] = [];
  private cell: OpenCell | undefined;
  private tableDepth = 0;
  private isInRowSettings = false;
  /** Bookmarks that begin between cells belong to the next one. */
  private waiting: string[] = [];
  private counts = { paragraphs: 0, cells: 0, bookmarks: 0 };

  handler(): XmlHandler {
    return {
      open: (name, attributes) => {
        const mark = this.kept.open(name, attributes);
        this.take(name === 'w:sym' && this.kept.isVisible ? readSymbol(attributes) : mark);
        this.openElement(name, attributes);
      },
      text: (text) => {
        if (this.kept.takesText) this.take(text);
      },
      close: (name) => {
        const isPresent = this.kept.isPresent;
        this.kept.close(name);
        this.closeElement(name, isPresent);
      },
    };
  }

  private take(text: string): void {
    if (this.open.length > 0) this.open[this.open.length - 1] += text;
  }

  private count(kind: keyof typeof LIMITS): void {
    if (++this.counts[kind] > LIMITS[kind]) throw new ManuscriptRefusal('too-large', kind);
  }

  private openElement(name: string, attributes: XmlAttributes): void {
    if (name === 'w:p') {
      this.count('paragraphs');
      this.open.push('');
    } else if (name === 'w:tbl' && ++this.tableDepth === 1) {
      this.rows = [];
      this.waiting = [];
    } else if (name === 'w:trPr') this.isInRowSettings = true;
    else if (name === 'w:del' && this.isInRowSettings && this.tableDepth === 1) this.deleteRow();
    else if (name === 'w:tr' && this.tableDepth === 1) this.rows.push({ cells: [], isDeleted: false });
    else if (name === 'w:tc' && this.tableDepth === 1) this.openCell();
    else if (name === 'w:bookmarkStart' && this.kept.isPresent) this.markCell(attributes['w:name'] ?? '');
  }

  private deleteRow(): void {
    const row = this.rows.at(-1);
    if (row) row.isDeleted = true;
  }

  private openCell(): void {
    this.count('cells');
    const row = this.rows.at(-1);
    if (!row) throw new ManuscriptRefusal('malformed', 'cell outside a row');
    this.cell = { lines: [], bookmarks: this.waiting };
    row.cells.push(this.cell);
    this.waiting = [];
  }

  private markCell(name: string): void {
    this.count('bookmarks');
    (this.cell?.bookmarks ?? this.waiting).push(name);
  }

  private closeElement(name: string, isPresent: boolean): void {
    if (name === 'w:p') this.closeParagraph(isPresent);
    else if (name === 'w:trPr') this.isInRowSettings = false;
    else if (name === 'w:tc' && this.tableDepth === 1) this.cell = undefined;
    else if (name === 'w:tbl' && --this.tableDepth === 0) this.closeTable(isPresent);
  }

  private closeParagraph(isPresent: boolean): void {
    const text = this.open.pop()?.trim() ?? '';
    if (!isPresent || text === '') return;
    (this.cell?.lines ?? this.paragraphs).push(text);
  }

  private closeTable(isPresent: boolean): void {
    const rows = this.rows.filter((row) => !row.isDeleted && row.cells.length > 0);
    this.rows = [];
    if (!isPresent || rows.length === 0) return;
    this.tables.push({
      rows: rows.map(({ cells }) => ({
        cells: cells.map(({ lines, bookmarks }) => ({ text: lines.join('\n'), bookmarks })),
      })),
    });
  }
}

/** Marks that Chinese offices tick with live in symbol faces: Wingdings and Wingdings 2, often in the private use area. */
const TICKS: Readonly<Record<string, ReadonlySet<number>>> = {
  wingdings: new Set([0xfc, 0xfe]),
  'wingdings 2': new Set([0x50, 0x52]),
};

function readSymbol(attributes: XmlAttributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return '';
  const isTick = TICKS[attributes['w:font']?.toLowerCase() ?? '']?.has(code & 0xff);
  return isTick === true ? '\u2611' : '\u25a1';
}
