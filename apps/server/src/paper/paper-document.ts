/** A page of paper an office sends (公文用纸), A4: what stands on it, from top to bottom. */
export interface PaperDocument {
  readonly title: string;
  readonly isLandscape: boolean;
  /** Running head, such as 草稿（未签发）; none when empty. */
  readonly head: string;
  /** Custom properties of the file; nothing of them is printed. */
  readonly properties: Readonly<Record<string, string>>;
  readonly blocks: readonly PaperBlock[];
}

/** Part of a page (版面要素). A line break in `text` begins a new paragraph. */
export type PaperBlock =
  | { readonly kind: PaperStyle; readonly text: string }
  | { readonly kind: 'table'; readonly table: PaperTable };

/** How a paragraph is set: 标题、发文字号、主送、正文、与下段同页的正文、层次标题、附件说明、署名、成文日期、附注、不打印的标识. */
export type PaperStyle =
  | 'title'
  | 'number'
  | 'addressee'
  | 'body'
  | 'kept'
  | 'heading'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'note'
  | 'hidden';

/** Table of a page (表格); its first row is repeated on every page. */
export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** Bookmarks in the first cell of the header. */
  readonly bookmarks: readonly string[];
}

/** Column of a table; `width` in millimetres. */
export interface PaperColumn {
  readonly header: string;
  readonly width: number;
  readonly isCentered?: boolean;
}

/** Row of a table: a cell a column, or one line over the whole width; bookmarks stand in the first cell. */
export type PaperRow =
  | { readonly cells: readonly string[]; readonly bookmarks: readonly string[] }
  | { readonly section: string };
