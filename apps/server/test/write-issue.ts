/** An issue of a test, as the text of a file: invented places, head, two items, tail. */
export function writeIssue({
  number,
  total,
  day,
  items = ITEMS,
}: {
  readonly number: number;
  readonly total: number | null;
  readonly day: string;
  readonly items?: readonly { column: string; title: string; paragraphs: readonly string[]; source: string }[];
}): string {
  const [year, month, date] = day.split('-').map(Number);
  const printed = `${year}年${month}月${date}日`;
  return [
    '甲市地方志工作简报',
    total === null ? `第${number}期` : `第${number}期（总第${total}期）`,
    `甲市地方志办公室　　${printed}`,
    '',
    ...items.flatMap(({ column, title, paragraphs, source }, at) => [
      ...(items[at - 1]?.column === column ? [] : [`【${column}】`, '']),
      title,
      '',
      ...paragraphs.slice(0, -1),
      `${paragraphs.at(-1)}`,
      `（${source}）`,
      '',
    ]),
    '信息公开选项：主动公开',
    '报：甲市委',
    '送：市直各部门',
    '发：各区县地方志工作机构',
    `甲市地方志办公室　　${printed}印发`,
    '共印25份',
  ].join('\n');
}

const ITEMS = [
  {
    column: '特别关注',
    title: '甲市召开乡镇志编纂推进会',
    paragraphs: [
      '日前，甲市地方志办公室召开乡镇志编纂推进会，乙县、丙县地方志工作机构负责人参加会议。',
      '会议通报了全市乡镇志编纂进度，研究了下一步工作安排。',
    ],
    source: '甲市地方志办公室',
  },
  {
    column: '区县动态',
    title: '乙县开展年鉴资料核实',
    paragraphs: ['近日，乙县地方志办公室组织各部门核实年鉴资料，逐条比对数据。'],
    source: '乙县地方志办公室',
  },
];
