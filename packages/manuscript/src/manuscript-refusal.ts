/** Why a file is not taken in; stable, for programs (拒收原因). */
export type RefusalCode =
  | 'empty'
  | 'unsupported'
  | 'spreadsheet'
  | 'presentation'
  /** A .doc or .wps that a program on this machine may convert. */
  | 'old-word'
  | 'legacy-word'
  | 'not-a-docx'
  /** A .docx under the name of another format. */
  | 'misnamed-word'
  | 'encrypted'
  | 'too-large'
  | 'zip-bomb'
  | 'has-doctype'
  | 'malformed'
  | 'scan'
  | 'garbled-text'
  | 'broken-pdf'
  | 'bad-encoding'
  | 'nul-character'
  | 'lone-surrogate'
  | 'classified';

const SENTENCES: Record<RefusalCode, string> = {
  empty: '文件没有内容。',
  unsupported: '暂不支持这种文件，请提供 .docx、.pdf、.md 或 .txt 文件。',
  spreadsheet: '这是电子表格，不能作为书稿导入。请将表格放入书稿的 .docx 文件后再导入。',
  presentation: '这是演示文稿，不能作为书稿导入。请将文字整理为 .docx 文件后再导入。',
  'old-word': '这是旧版 Word 或 WPS 文件，请用 Word 或 WPS 另存为 .docx 后再导入。',
  'legacy-word': '这是旧版 Word 或 WPS 文件，请用 Word 或 WPS 另存为 .docx 后再导入。',
  'not-a-docx': '文件不是完整的 .docx 文档，请用 Word 或 WPS 重新另存为 .docx 后再导入。',
  'misnamed-word': '这是 Word 文档，文件名的后缀却不是 .docx。请把后缀改为 .docx 后再导入。',
  encrypted: '文档设有打开密码，请取消密码后再导入。',
  'too-large': '文件过大，请分卷或分编导入。',
  'zip-bomb': '文件解压后异常庞大，未予读取。',
  'has-doctype': '文档内含外部定义，未予读取。请用 Word 或 WPS 重新另存为 .docx 后再导入。',
  malformed: '文档内部结构已损坏，请用 Word 或 WPS 修复并另存为 .docx 后再导入。',
  scan: '这是扫描件，没有可读取的文字层，请先做文字识别（OCR）再导入。',
  'garbled-text': '这份 PDF 的文字无法正确读出，请改用 .docx 文件，或重新导出嵌入字体的 PDF 后再导入。',
  'broken-pdf': 'PDF 文件已损坏，无法读取。请重新导出后再导入。',
  'bad-encoding': '无法识别文件的文字编码，请另存为 UTF-8 编码后再导入。',
  'nul-character': '文件含有空字符，不是纯文本文件。',
  'lone-surrogate': '文件含有残缺的字符编码，请核对原文后另存为 UTF-8 编码再导入。',
  classified: '该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。',
};

/** Refusal of a file (拒收): `message` is a Chinese sentence for the person, `detail` a technical note without any text of the file. */
export class ManuscriptRefusal extends Error {
  override readonly name = 'ManuscriptRefusal';
  readonly code: RefusalCode;
  readonly detail: string;

  constructor(code: RefusalCode, detail = '') {
    super(SENTENCES[code]);
    this.code = code;
    this.detail = detail;
  }
}
