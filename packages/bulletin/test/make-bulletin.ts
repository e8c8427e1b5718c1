/** Text of an item as it is made up for a test. */
export interface MadeItem {
  readonly column?: string;
  readonly title: string;
  readonly source?: string;
  readonly paragraphs: readonly string[];
}

/** A work bulletin of an invented city: two columns, sources, a list in one paragraph. */
export const WORK_ITEMS: readonly MadeItem[] = [
  {
    column: '特别关注',
    title: '甲市地方志办召开2031年半年工作总结会',
    source: '甲市地方志办',
    paragraphs: [
      '7月16日，甲市地方志办召开2031年半年工作总结会。办党组书记、主任周一鸣讲话。办党组成员、副主任郑兰主持会议，办党组成员、副主任孙立、钱方圆及办机关各科、甲市年鉴社全体干部参加会议。',
      '会议指出，今年以来，市地方志办把修志编鉴与读志用志结合起来，做了不少事情。截至6月底，“甲市情网”总浏览量12.5万次，“方志甲市”新媒体矩阵总阅读量36.04万次；编纂《甲市河流图志》（暂名）和《乙山记——丙水流域村落调查》，地情服务的范围继续扩大。',
      '会议要求，下半年要把年鉴的校对往前赶，各科室每月碰头一次，遇到资料不齐的单位上门去取，书稿在年底以前交付印刷。',
    ],
  },
  {
    column: '特别关注',
    title: '甲市地方志办开展年鉴2031卷篇目审查',
    source: '甲市地方志办',
    paragraphs: [
      '根据《甲市地方综合年鉴编纂规范》（以下简称《规范》），市地方志办组织力量对全市6个县（区）地方综合年鉴2031卷编纂篇目进行集中审查，逐条梳理问题，提出修改建议，指导各县（区）对照修改，并把共同的问题归纳起来发给各县（区）参考。',
    ],
  },
  {
    column: '县区动态',
    title: '吴敏之对乙县地方志工作提出新要求',
    source: '乙县地方志编纂中心',
    paragraphs: [
      '7月18日，乙县县委常委、常务副县长吴敏之专题听取县地方志编纂中心上半年工作汇报，并对下半年工作提出要求。',
      '吴敏之对下半年工作提三点要求：一是按时交稿，把缺的资料在九月以前补齐。二是走村入户，多收老照片和老账本，把口述的内容记下来。三是把县志馆开放起来，周末请中小学生来看。',
    ],
  },
];

/** A political-work bulletin of the same city: no columns, no sources, opinions that nest. */
export const POLITICAL_ITEMS: readonly MadeItem[] = [
  {
    title: '市地方志办召开党组中心组（扩大）学习会 传达学习市委有关会议精神',
    paragraphs: [
      '5月21日，市地方志办党组召开中心组（扩大）学习会，传达学习中共甲市委印发的《关于精简会议的若干意见》等文件，全市安全生产电视电话会议精神，以及机关党建、保密工作等有关文件。党组书记、主任周一鸣主持会议。结合实际，周一鸣就抓好贯彻落实提出四点意见。',
      '一是把会议开短，把材料写实。凡是能在电话里说清楚的事情不再开会，凡是已经报送过的数据不再向县区要第二遍，腾出时间到村子里去。',
      '二是抓紧书稿，分头推进。',
      '一是抓好《丙县古桥》和《丁乡民谣》的校对。二是整理口述录音，按人按村编号。三是请老同志看样书，意见逐条记下来。',
      '三是管好经费，三公经费每季度公布一次，购书、印刷、差旅分开记账，账目由两人以上经手。',
      '四是练好基本功。每位干部每年写一篇地情文章，读两本旧志，学会查档案、做访谈、校样稿，互相看稿、互相挑错，把手上的活做细。',
      '办党组成员、副主任郑兰，办党组成员、机关党委书记孙立，办机关及甲市年鉴社副科级以上干部参加学习会。',
    ],
  },
];

const WORK_TAIL = [
  '信息公开选项：主动公开',
  '报：市委，市人大常委会，市人民政府，政协甲市委员会。',
  '省地方志工作办公室。',
  '送：市直各部门，各县（区）委、县（区）人民政府。',
  '发：各县（区）地方志办公室（党史地方志研究室，地方志编纂中心）。',
  '甲市地方志工作办公室综合科 2031年7月20日印发',
  '（共印25份）',
];

const POLITICAL_TAIL = [
  '信息公开选项：主动公开',
  '报：市直机关工委，市纪委监委驻市政府办公室纪检监察组。',
  '发：机关各科，甲市年鉴社。',
  '甲市地方志工作办公室综合科',
  '2031年5月22日印发',
  '（共印12份）',
];

/** How running text is broken: at how many characters, with or without the blanks before a paragraph. */
export interface Wrapping {
  readonly width: number;
  readonly indent: 'kept' | 'lost';
}

/** Lines of the work bulletin; whole paragraphs where no wrapping is given. */
export function makeWorkBulletin(wrapping?: Wrapping, items = WORK_ITEMS): string[] {
  const head = ['甲市地方志工作简报', '第 24 期（总第 275 期）', '甲市地方志工作办公室 2031年 7月 20日'];
  return [...head, ...layItems(items, wrapping), ...WORK_TAIL];
}

/** Lines of the political-work bulletin. */
export function makePoliticalBulletin(wrapping?: Wrapping, items = POLITICAL_ITEMS): string[] {
  const head = ['甲市地方志办政工简讯', '第2期（总第2期）', '甲市地方志工作办公室', '2031年5月22日'];
  return [...head, ...layItems(items, wrapping), ...POLITICAL_TAIL];
}

/** Lines of items: columns once, titles in larger letters and so on shorter lines. */
export function layItems(items: readonly MadeItem[], wrapping?: Wrapping): string[] {
  let column: string | undefined;
  return items.flatMap((item) => {
    const lines = item.column !== undefined && item.column !== column ? [`【${item.column}】`] : [];
    column = item.column;
    lines.push(...(wrapping ? wrapText(item.title, Math.floor(wrapping.width * 0.72), 0) : [item.title]));
    item.paragraphs.forEach((paragraph, index) => {
      const isLast = index === item.paragraphs.length - 1;
      const text = isLast && item.source !== undefined ? `${paragraph} （${item.source}）` : paragraph;
      lines.push(...(wrapping ? wrapParagraph(text, wrapping) : [text]));
    });
    return lines;
  });
}

function wrapParagraph(text: string, { width, indent }: Wrapping): string[] {
  const lines = wrapText(text, width, 2);
  return indent === 'kept' ? [`　　${lines[0]}`, ...lines.slice(1)] : lines;
}

/** Breaks a text at a width; marks that end something never begin a line, nor those that open one end it. */
export function wrapText(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const unit of text) {
    const own = /[\d A-Za-z.“”]/u.test(unit) ? 0.5 : 1;
    if (room < own && !'，。、；：！？）》”'.includes(unit)) {
      const opened = /[“（《【]$/u.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - opened.length).trim());
      line = opened;
      room = width - opened.length;
    }
    line += unit;
    room -= own;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}
