import { defineChecks } from './define-checks.ts';

/** 表格与统计数据（YB-TAB、YB-STA）. */
export const tablesChecks = defineChecks({
  'YB-TAB-01': { title: '表序、表题、单位、表头齐全', manual: '资料来源、注释是否需要由编者定。' },
  'YB-TAB-02': { title: '表题含时间、地域、内容', manual: '表题要素是否可由上文推知须看上下文。' },
  'YB-TAB-03': { title: '单位集中标注，表身数字后不带单位' },
  'YB-TAB-04': { title: '同列小数位一致' },
  'YB-TAB-05': { title: '表中数字用阿拉伯数字' },
  'YB-TAB-06': { title: '分项之和等于合计，比重之和为100%' },
  'YB-TAB-07': { title: '增长率可由本期、上期重算' },
  'YB-TAB-08': { title: '空格符号全书统一', manual: '“—”“…”、空白各表示什么由编辑部约定。' },
  'YB-TAB-09': { title: '续表重排表头并标“续表”', manual: '是否跨页排版后方定，须看清样。' },
  'YB-TAB-10': { title: '不用“同上”“〃”' },
  'YB-TAB-11': { title: '表与正文、附录一致' },
  'YB-TAB-12': { title: '表题主语所指的列在前', manual: '主客关系须看表的内容。' },
  'YB-TAB-13': { title: '先文后表，紧随所属条目', manual: '版式移位由编辑定。' },
  'YB-TAB-14': { title: '可用表的不用流水文字', manual: '是否改表由编者定。' },
  'YB-STA-01': { title: '主要指标以统计部门公布数为准', manual: '须与统计公报、统计年鉴核对。' },
  'YB-STA-02': { title: '非全年数据注明时段', manual: '数据的时段须问供稿单位。' },
  'YB-STA-03': { title: '注明口径', manual: '口径须问供稿单位。' },
  'YB-STA-04': { title: '增长按可比价、总量按现价', manual: '按何种价格计算须问供稿单位，程序遇可比价指标不重算。' },
  'YB-STA-05': { title: '比率之差用“百分点”', manual: '是比率还是数量须看内容。' },
  'YB-STA-06': { title: '大数化简、小数位全书统一', manual: '化简到几位由编辑部定。' },
  'YB-STA-07': { title: '约数不叠用', manual: '约数是否必要由编者定，叠用由数字用法类规则查。' },
  'YB-STA-08': { title: '与特载、附录、大事记一致', manual: '不同口径是否可并存由编者定。' },
  'YB-STA-09': { title: '合计口径', manual: '是否含辖区、开发区须问供稿单位。' },
  'YB-STA-10': { title: '不泄露单个企业调查数据', manual: '是否属统计调查所得须问供稿单位。' },
});
