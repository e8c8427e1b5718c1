import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** Places of an invented yearbook that the rules doubt; each stands once in its text unless said otherwise. */
export const DOUBTED = {
  /** Range without its unit: has a suggestion. */
  range: '15～30%',
  /** First person: no suggestion. */
  deixis: '我县',
  /** Approximate numbers with a comma, `numerals-approximate-comma`: three of them. */
  approximate: ['七、八', '五、六', '三、四'],
} as const;

/** Words that stand in the book five times and nowhere in the program. */
export const SOUGHT = '丁镇渡口';

const PARAGRAPHS: readonly (readonly [title: string, ...paragraphs: string[]])[] = [
  [
    '概况',
    `【位置】乙县位于丙河南岸，山地占全县面积的${DOUBTED.range}，${SOUGHT}在其东。`,
    `【资源】${DOUBTED.deixis}盛产小麦、油菜，林木种类较多，以杨树、柏树、榆树栽植最广。`,
  ],
  [
    '农业',
    `【种植】${SOUGHT}一带有${DOUBTED.approximate[0]}户种植药材，另有${DOUBTED.approximate[1]}户养蜂，秋后又有${DOUBTED.approximate[2]}户迁入。`,
    `【渔业】${SOUGHT}以下水面由村集体统一管理，${SOUGHT}以上禁渔。`,
  ],
  ['交通', `【渡口】${SOUGHT}于当年改建，日均过渡两百人次。`],
];

/** A Word manuscript (书稿) of a small invented yearbook, with parts, entries and a table. */
export async function writeBook(options: { header?: string } = {}): Promise<Buffer<ArrayBuffer>> {
  const children = PARAGRAPHS.flatMap(([title, ...paragraphs]) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    // Each paragraph in two runs, cut in its middle: a comment has to be placed inside runs.
    ...paragraphs.map(
      (text) =>
        new Paragraph({
          children: [
            new TextRun(text.slice(0, text.length / 2)),
            new TextRun({ text: text.slice(text.length / 2), bold: true }),
          ],
        }),
    ),
  ]);
  const table = new Table({
    rows: [
      ['乡镇', '户数'],
      ['丁镇', '120'],
      ['戊乡', '80'],
    ].map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });
  const first = options.header ? [new Paragraph(options.header)] : [];
  const document = new Document({ sections: [{ children: [...first, ...children, table] }] });
  return Buffer.from(await Packer.toArrayBuffer(document));
}
