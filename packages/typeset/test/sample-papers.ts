import type { BulletinItem, BulletinPaper, LetterPaper, PaperParagraph, TablePaper } from '../src/index.ts';

/** A bulletin of so many items, all invented. */
export function sampleBulletin(items = 6, change: Partial<BulletinPaper> = {}): BulletinPaper {
  const all = Array.from({ length: items }, (_, at) => sampleItem(at));
  return {
    kind: 'bulletin',
    masthead: '甲市地方志工作简报',
    numberLine: '第12期（总第88期）',
    issuer: '甲市地方志工作办公室',
    date: '2026年11月20日',
    sections: [
      { column: '特别关注', items: all.slice(0, 1) },
      { column: '县区动态', items: all.slice(1) },
    ].filter((section) => section.items.length > 0),
    disclosure: '主动公开',
    recipients: {
      up: ['市委，市人大常委会，市人民政府，政协甲市委员会。', '省地方志工作办公室。'],
      across: ['市直各部门，各县（区）委、县（区）人民政府。'],
      down: ['各县（区）地方志工作机构，甲市年鉴社。'],
    },
    printedBy: '甲市地方志工作办公室综合科',
    printedOn: '2026年11月20日',
    copies: 25,
    draft: false,
    ...change,
  };
}

const TITLES = [
  '甲市召开年鉴编纂工作推进会',
  '乙县完成第三轮修志篇目论证 广泛听取各单位意见',
  '丙县村志编纂进村入户',
  '丁区地方志办公室组织业务培训着力提升年鉴编纂质量和数据核实水平',
  '戊县方志馆全年接待读者四千人次',
  '己县开展旧志整理',
];

function sampleItem(at: number): BulletinItem {
  return {
    title: TITLES[at % TITLES.length]!,
    subtitle: null,
    source: at === 0 ? null : `${'乙丙丁戊己'[(at - 1) % 5]}县地方志办`,
    paragraphs: [
      body(
        `11月${at + 1}日，甲市地方志工作办公室在市图书馆召开会议，交流2024—2026年年鉴编纂进度，研究稿件核实、图片征集和数据比对等工作，全市12个县（区）负责年鉴工作的同志参加会议。`,
      ),
      { text: '一、稿件收集进度', bold: null, level: 1 },
      { text: '（一）供稿单位', bold: null, level: 2 },
      {
        text: '1．按时供稿。全市98家供稿单位已有91家交齐初稿，共收到稿件412篇、约146万字，图片1260幅、表格119张，较上年同期增加8.6%。',
        bold: '1．按时供稿。',
        level: 0,
      },
      body(
        '编辑人员对照统计资料逐项核对，凡是表格与正文数字不一致、计量单位不统一、时间不明确的，均请供稿单位书面说明来源，并在稿件中注明数据截止时间，避免同一指标前后两种说法。',
      ),
      body('会议要求，各单位在11月30日前完成修改，经负责人审核签字后报送，12月中旬集中审读。'),
    ],
  };
}

function body(text: string): PaperParagraph {
  return { text, bold: null, level: 0 };
}

/** A letter of opinions with a table of so many rows. */
export function sampleLetter(rows = 12, change: Partial<LetterPaper> = {}): LetterPaper {
  return {
    kind: 'letter',
    masthead: '甲市地方志工作办公室',
    numberLine: '甲志函〔2026〕18号',
    title: '关于《乙县年鉴（2026）》的审查意见',
    addressee: '乙县地方志工作办公室',
    parts: [
      part('你办送审的《乙县年鉴（2026）》收悉。经审查，提出修改意见如下。'),
      { kind: 'paragraph', paragraph: { text: '一、修改意见', bold: null, level: 1 } },
      { kind: 'table', table: sampleTable(rows, 6) },
      part('请于2026年12月10日前对照上表逐条办理，将办理情况函告我办。'),
      part('特此函告。'),
    ],
    attachments: ['审改意见登记表', '供稿单位名录'],
    signature: '甲市地方志工作办公室',
    date: '2026年11月20日',
    note: '联系人：综合科，电话：0000—0000000',
    copiesTo: [],
    draft: false,
    ...change,
  };
}

function part(text: string) {
  return { kind: 'paragraph', paragraph: body(text) } as const;
}

const HEADERS = ['序号', '原文位置', '原文', '审改意见', '处理结果', '说明', '依据', '经办人', '复核'];
const WIDTHS = [11, 24, 38, 40, 23, 20, 24, 15, 12];

function sampleTable(rows: number, columns: number) {
  return {
    columns: WIDTHS.slice(0, columns).map((width, at) => ({ width, align: at === 0 ? 'center' : 'left' }) as const),
    head: [HEADERS.slice(0, columns).map((text) => ({ text }))],
    rows: Array.from({ length: rows }, (_, at) => ({
      cells: [
        `${at + 1}`,
        '第三编 农业\n第二章 种植业',
        `全县粮食播种面积${30 + at}．2万亩，总产量${11 + at}万吨。`,
        '与表3-1所列数字不一致，请核实。\n建议：写明统计口径。',
        '□已改\n☑部分修改\n□未改\n□有异议',
        '',
        '乙县统计局资料',
        '',
        '',
      ].slice(0, columns),
    })),
  };
}

/** The register of a letter, lying. */
export function sampleRegister(rows = 40, change: Partial<TablePaper> = {}): TablePaper {
  const table = sampleTable(rows, 9);
  return {
    kind: 'table',
    title: '审改意见登记表',
    lead: [
      '《乙县年鉴》　书稿：《乙县年鉴（2026）》第2稿　审查轮次：第1轮',
      '审查单位：甲市地方志工作办公室　日期：2026年11月20日',
    ],
    table: { ...table, rows: [...table.rows, { section: '需讨论研究的意见' }, ...table.rows.slice(0, 3)] },
    notes: ['填表单位（盖章）：　　　　　　　　　　填表人：　　　　　　　　填表日期：　　　　年　　月　　日'],
    isLandscape: true,
    draft: false,
    ...change,
  };
}
