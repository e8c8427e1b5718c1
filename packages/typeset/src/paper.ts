import type { PaperTable } from './paper-table.ts';

/** Official document (公文) as plain JSON data: what stands on it, nothing of how it looks. Text is text: no markup is read from it. */
export type Paper = BulletinPaper | LetterPaper | TablePaper;

/** Issue of a bulletin (简报) as it is printed: head, columns of items, tail. */
export interface BulletinPaper {
  readonly kind: 'bulletin';
  /** Name of the series in the red head (报头): 甲市地方志工作简报. */
  readonly masthead: string;
  /** 第12期（总第88期）, composed already; '' for none. A draft prints none. */
  readonly numberLine: string;
  readonly issuer: string;
  /** Printed as it is: 2026年11月20日. */
  readonly date: string;
  readonly sections: readonly BulletinSection[];
  /** Disclosure (信息公开选项), such as 主动公开; null where none is decided. */
  readonly disclosure: string | null;
  readonly recipients: Recipients;
  readonly printedBy: string;
  readonly printedOn: string;
  /** 共印N份; null prints no such line. */
  readonly copies: number | null;
  /** A draft prints 送审稿 in the head. */
  readonly draft: boolean;
}

/** Column (栏目) of a bulletin with its items; `column` without brackets, null for none. */
export interface BulletinSection {
  readonly column: string | null;
  readonly items: readonly BulletinItem[];
}

/** Item (稿件) of a bulletin. A line break in the title is kept; one in a paragraph begins another paragraph. */
export interface BulletinItem {
  readonly title: string;
  readonly subtitle: string | null;
  readonly paragraphs: readonly PaperParagraph[];
  /** Who sent it (来源), without brackets: printed as （甲县地方志办） at the end. */
  readonly source: string | null;
}

/** Paragraph (段落): level 0 is body, 1 a heading in 黑体 (一、), 2 one in 楷体 (（一）). */
export interface PaperParagraph {
  readonly text: string;
  /** Leading words of `text` that are set bold; null for none. */
  readonly bold: string | null;
  readonly level: 0 | 1 | 2;
}

/** Recipients (报、送、发), each string one group on a line of its own. */
export interface Recipients {
  readonly up: readonly string[];
  readonly across: readonly string[];
  readonly down: readonly string[];
}

/** Letter (函) in the letter form of GB/T 9704—2012 10.1. */
export interface LetterPaper {
  readonly kind: 'letter';
  /** Office in the red head (发文机关标志). */
  readonly masthead: string;
  /** Document number (发文字号); '' for none. A draft prints none. */
  readonly numberLine: string;
  readonly title: string;
  /** Addressee (主送机关) without its colon; '' for none. */
  readonly addressee: string;
  readonly parts: readonly LetterPart[];
  /** Names of what is attached (附件说明). */
  readonly attachments: readonly string[];
  /** Who signs (发文机关署名) and when (成文日期), printed as they are. */
  readonly signature: string;
  readonly date: string;
  /** Note (附注) under the date, such as 联系人：…; '' for none. */
  readonly note: string;
  /** Copies to (抄送), one group a line. */
  readonly copiesTo: readonly string[];
  /** A draft prints 草稿（未签发） in the head. */
  readonly draft: boolean;
}

/** Part of a letter (正文): a paragraph, or a table over the whole width. */
export type LetterPart =
  | { readonly kind: 'paragraph'; readonly paragraph: PaperParagraph }
  | { readonly kind: 'table'; readonly table: PaperTable };

/** Report in the form of a table (表格): 审改意见登记表, monthly sheets. */
export interface TablePaper {
  readonly kind: 'table';
  readonly title: string;
  /** Lines between title and table, such as the office and the unit of measure. */
  readonly lead: readonly string[];
  readonly table: PaperTable;
  /** Notes (附注) under the table. */
  readonly notes: readonly string[];
  readonly isLandscape: boolean;
  readonly draft: boolean;
}
