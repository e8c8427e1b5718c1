import { defineRule } from '../../../rule.ts';

/** Parts every yearbook has, and how their titles look. */
const PARTS: readonly (readonly [name: string, title: RegExp])[] = [
  ['编辑说明', /编辑说明|编写说明|编纂说明|凡\s*例|使用说明/u],
  ['特载', /特\s*载|专\s*记|专\s*文|特\s*辑|专题|要\s*闻/u],
  ['大事记', /大\s*事\s*记|大事纪/u],
  ['概况', /概\s*况|概\s*貌|概\s*览|[省市县区州]情|综\s*述|概\s*述|总\s*述/u],
  ['人物', /人\s*物|先\s*进|名\s*录|荣\s*誉/u],
  ['附录', /附\s*录|统计资料|文件选|附\s*载/u],
  ['索引', /索\s*引/u],
];
/** Departments of a complete book. */
const FIELDS: readonly (readonly [name: string, title: RegExp])[] = [
  ['政治', /党|人民代表大会|人大|政府|政协|政务|政治/u],
  ['经济', /经济|农|工业|商|贸|财|税|金融/u],
  ['文化', /文化|教育|科技|科学|体育|旅游/u],
  ['社会', /社会|民生|民政|卫生|健康|生活/u],
  ['生态', /环境|生态|城建|城乡|自然/u],
];
const FEWEST_HEADS = 12;

/** Parts a complete yearbook lacks (年鉴组成部分). */
export const rule = defineRule({
  id: 'structure-parts',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年鉴组成部分齐全',
  summary:
    '全书稿没有编辑说明、特载（专记）、大事记、概况、人物、附录、索引，或没有政治、经济、文化、社会、生态某一部类的，请核对是否漏编。',
  why: '这些部分是综合年鉴的必备内容，缺一项就查不到一类资料。',
  silent: `一级标题不足${FEWEST_HEADS}个的单篇稿、分册稿不查；名称不同而内容相当的按同一部分认。`,
  covers: ['YB-CMP-07', 'YB-CMP-08', 'YB-CMP-09', 'YB-CMP-10', 'YB-CMP-12', 'YB-CMP-13', 'YB-CMP-14', 'YB-FRM-03'],
  exempt: [],
  presets: ['yearbook'],
  checkBook({ volume: { nodes } }, report) {
    const tops = nodes.filter(({ parent, level }) => parent === 0 || level === 1);
    // A title of the book stands over everything: its heads are the parts.
    const parts = tops.length >= FEWEST_HEADS ? tops.slice(1) : nodes.filter(({ level }) => level === 2);
    if (parts.length < FEWEST_HEADS) return;
    const titles = [...tops, ...parts].map(({ title }) => title);
    const missing = [...PARTS, ...FIELDS].filter(([, title]) => !titles.some((each) => title.test(each)));
    const first = parts[0]!;
    for (const [name] of missing) {
      const what = FIELDS.some(([field]) => field === name) ? `${name}部类` : `“${name}”`;
      report(first.start, first.start + first.title.length, `全书篇目中未见${what}，请核对是否漏编。`);
    }
  },
});
