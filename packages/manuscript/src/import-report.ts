import type { TextEncoding } from './formats/text/decode-text.ts';
/** Kinds of content the import report speaks of (读入事项). */
export type ReportKind =
  | 'text-boxes'
  | 'word-art'
  | 'smart-art'
  | 'fields'
  | 'hyperlinks'
  | 'insertions'
  | 'deletions'
  | 'format-changes'
  | 'comments'
  | 'footnotes'
  | 'endnotes'
  | 'computed-numbering'
  | 'broken-numbering'
  | 'images'
  | 'charts'
  | 'embedded-objects'
  | 'formulas'
  | 'headers-and-footers'
  | 'hidden-text'
  | 'ruby'
  | 'symbols'
  | 'merged-cells'
  | 'nested-tables'
  | 'table-lines'
  | 'pages-without-text'
  | 'converted';

/**
 * What became of content (读入结果): `text` it is in the logical text; `kept` it is not, but stays in the file and goes out
 * again with it; `left` nobody who works with the text will see it.
 */
export type Taken = 'text' | 'kept' | 'left';

/** One line of the import report; `places` are spans of the logical text in its order, the first 200. */
export interface ReportEntry {
  readonly kind: ReportKind;
  readonly taken: Taken;
  readonly count: number;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Comment or tracked change of another person that came in with a Word file (他人的批注和修订); `at` as the file gives it. */
export interface ForeignMark {
  readonly kind: 'comment' | 'insertion' | 'deletion';
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What was found in a file, what was taken and what was not, and where (读入报告). */
export interface ImportReport {
  readonly paragraphs: number;
  readonly headings: number;
  readonly tables: number;
  readonly captions: number;
  readonly notes: number;
  /** Encoding of a text file. */
  readonly encoding?: TextEncoding;
  /** In the order of `ReportKind`; nothing of a count of 0. */
  readonly entries: readonly ReportEntry[];
  /** In text order, the first 5,000. */
  readonly foreign: readonly ForeignMark[];
}

/** Most places one entry gives. */
export const MOST_PLACES = 200;
/** Most marks of others a report gives. */
export const MOST_FOREIGN = 5000;

/** Chinese names of the kinds (读入事项). */
export const REPORT_NAMES: Readonly<Record<ReportKind, string>> = {
  'text-boxes': '文本框',
  'word-art': '艺术字',
  'smart-art': 'SmartArt 图形',
  fields: '域',
  hyperlinks: '超链接',
  insertions: '修订插入（他人）',
  deletions: '修订删除（他人）',
  'format-changes': '格式修订（他人）',
  comments: '批注（他人）',
  footnotes: '脚注',
  endnotes: '尾注',
  'computed-numbering': '自动编号',
  'broken-numbering': '有问题的编号',
  images: '图片',
  charts: '图表',
  'embedded-objects': '嵌入对象',
  formulas: '公式',
  'headers-and-footers': '页眉页脚',
  'hidden-text': '隐藏文字',
  ruby: '注音',
  symbols: '符号字体的字符',
  'merged-cells': '合并单元格',
  'nested-tables': '嵌套表格',
  'table-lines': '表格行',
  'pages-without-text': '没有文字层的页',
  converted: '旧格式转换',
};

const TAILS: Readonly<Record<Taken, string>> = {
  text: '已读入正文。',
  kept: '保留在原稿中，导出时一并带出。',
  left: '未能读入，请对照原件核对。',
};

/** Where the common tail does not say enough. */
const OWN_TAILS: Readonly<Partial<Record<`${ReportKind} ${Taken}`, string>>> = {
  'text-boxes text': '文字已读入，排在所在段落之后。',
  'text-boxes kept': '文字未读入正文，保留在原稿中，导出时一并带出，请人工审读。',
  'word-art kept': '文字未读入正文，保留在原稿中，导出时一并带出，请人工审读。',
  'smart-art kept': '其中文字未读入正文，保留在原稿中，导出时一并带出，请人工审读。',
  'fields text': '按文件中保存的结果读入，域本身保留在原稿中。',
  'fields kept': '文件中没有保存结果，未读入正文，保留在原稿中，导出时一并带出。',
  'hyperlinks text': '文字已读入，链接地址保留在原稿中。',
  'insertions text': '文字已读入，修订标记保留在原稿中，导出时一并带出。',
  'deletions kept': '文字未读入正文，修订标记保留在原稿中，导出时一并带出。',
  'footnotes text': '已读入，排在所注段落之后。',
  'endnotes text': '已读入，排在所注段落之后。',
  'computed-numbering text': '按 Word 显示的编号读入。',
  'broken-numbering kept': '所引用的编号定义在文件中不存在，读入时没有编号，建议核对。',
  'ruby kept': '所注文字已读入正文，注音保留在原稿中，导出时一并带出。',
  'symbols kept': '未读入正文，保留在原稿中，导出时一并带出，请对照原件核对。',
  'images kept': '图中文字未读入正文，图片保留在原稿中，导出时一并带出。',
  'images left': '图中文字未读入，请对照原件审读。',
  'headers-and-footers left': '每页重复的页眉、页脚和页码未读入正文。',
  'hidden-text text': '已读入正文，请核对是否应保留。',
  'merged-cells text': '已按合并后的位置读入。',
  'nested-tables text': '文字已并入外层单元格。',
  'table-lines text': '疑为表格，按行读为文字，未还原表格，请对照原件核对。',
  'pages-without-text left': '内容未能读入，请对照原件审读。',
};

/** The report as Chinese lines, one an entry (读入报告). */
export function describeReport(report: Pick<ImportReport, 'entries'>): string[] {
  return report.entries.map(({ kind, taken, count }) => {
    if (kind === 'converted')
      return '原件为旧版 Word 或 WPS 文件，已转换为 .docx 读入；自动编号、标题级别和图片说明可能有出入，请对照原件核对。';
    return `${count} 处${REPORT_NAMES[kind]}：${OWN_TAILS[`${kind} ${taken}`] ?? TAILS[taken]}`;
  });
}
