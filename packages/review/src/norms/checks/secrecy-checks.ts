import { defineChecks } from './define-checks.ts';

/** 保密与隐私（LN-SEC）. */
export const secrecyChecks = defineChecks({
  'LN-SEC-01': { title: '军队番号、驻地、装备等', manual: '驻地、训练、装备的敏感程度须由保密审查员判断' },
  'LN-SEC-02': { title: '要害设施坐标、管线走向', manual: '走向、容量等文字描述须由保密审查员判断' },
  'LN-SEC-03': { title: '侦查手段、警力编制、监控点位', manual: '编制细表须由保密审查员判断' },
  'LN-SEC-04': { title: '未公布的统计、财政、地质、测绘数据', manual: '是否公布须向主管部门核实' },
  'LN-SEC-05': { title: '案件当事人、未成年人信息' },
  'LN-SEC-06': { title: '证件号码、住址、电话等个人信息', manual: '病历、财产、宗教信仰等须由保密审查员判断' },
  'LN-SEC-07': { title: '商业秘密、未公开合同价', manual: '是否公开须向企业核实' },
  'LN-SEC-08': { title: '涉外谈判、外宾未公开行程', manual: '是否公开须向外事部门核实' },
  'LN-SEC-09': { title: '涉密地图要素与审图号', manual: '地图内容须由审图机构审核' },
  'LN-SEC-10': { title: '内部表述、领导批示原文' },
});
