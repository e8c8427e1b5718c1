import { readSheet } from '../../sheet/read-sheet.ts';

/** A line of the sheet as it was typed. */
export interface PersonLine {
  /** As Excel numbers it. */
  readonly line: number;
  readonly displayName: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  /** May be empty, like `since`. */
  readonly title: string;
  readonly since: string;
}

/** Columns (列名) of the sheet, in the order of the template. */
export const COLUMNS = {
  displayName: '姓名',
  name: '用户名',
  organisation: '单位',
  role: '岗位',
  title: '职务',
  since: '任岗日期',
} as const satisfies Record<Exclude<keyof PersonLine, 'line'>, string>;

/** Most persons of one import; the one-time passwords of more would not be handed out in a day. */
export const MOST_LINES = 300;
/** More lines than an import takes. */
const MOST_ROWS = 1_000;
const UNREADABLE = '未能读取这份表格，请用本页下载的模板（.xlsx）填写后再导入。';
const MAY_MISS: ReadonlySet<string> = new Set(['title', 'since']);
const FIELDS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Reads the sheet of persons in a child of its own; a string is the reason why it cannot be taken, in words. */
export async function readPersonsSheet(bytes: Uint8Array): Promise<PersonLine[] | string> {
  const rows = await readSheet(bytes, MOST_ROWS);
  if (!rows) return UNREADABLE;
  // Whoever adds a title above the table, or another column, need not take it away again.
  const head = rows.slice(0, 5).findIndex((row) => row.includes(COLUMNS.name));
  if (head < 0) return `表格中没有“${COLUMNS.name}”等列名，请用本页下载的模板填写后再导入。`;
  const columns = new Map(FIELDS.map((field) => [field, rows[head]!.indexOf(COLUMNS[field])]));
  const missing = FIELDS.filter((field) => columns.get(field)! < 0 && !MAY_MISS.has(field));
  if (missing.length > 0) return `表格缺少列：${missing.map((field) => COLUMNS[field]).join('、')}。`;
  const lines = rows.slice(head + 1).flatMap((row, index) => {
    const cell = (field: keyof typeof COLUMNS) => row[columns.get(field)!] ?? '';
    const line = Object.fromEntries(FIELDS.map((field) => [field, cell(field)])) as Omit<PersonLine, 'line'>;
    return FIELDS.every((field) => line[field] === '') ? [] : [{ line: head + index + 2, ...line }];
  });
  if (lines.length === 0) return '表格中没有人员，请填写后再导入。';
  if (lines.length > MOST_LINES) return `一次最多导入 ${MOST_LINES} 行，请分几次导入。`;
  return lines;
}
