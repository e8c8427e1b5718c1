import { defineChecks } from './define-checks.ts';

/** 名称（LN-NAM）与沿革（8.1～8.3）. */
export const namesChecks = defineChecks({
  'LN-NAM-01': { title: '机构首次出现用全称并括注简称', manual: '简称是否已有说明须看全书约定' },
  'LN-NAM-02': { title: '机构名称中的“和”“与”以批复为准' },
  'LN-NAM-03': { title: '机构改革前后名称不混' },
  'LN-NAM-04': { title: '会议、文件、奖项、荣誉用全称', manual: '全称须对照原件' },
  'LN-NAM-05': { title: '人名、职务、单位搭配正确', manual: '须对照任职文件' },
  'LN-NAM-06': { title: '职务放在姓名之前', manual: '讲话、简报中的习惯称呼须由编辑判断' },
  'LN-NAM-07': { title: '同一机构、组织名称全书唯一' },
  'LN-NAM-08': { title: '引用文件带文号', manual: '文号须对照原件' },
  'LN-NAM-09': { title: '外文缩写首现加中文', manual: '国际通用的可以保留，由编辑判断' },
  'LN-NAM-10': { title: '历史简称不用于当代' },
  'LN-NAM-11': { title: '政区名称与政区库一致' },
  'LN-NAM-12': { title: '单位名称不漏“县、市、区”字', manual: '地名与单位名的界限须由编辑判断' },
  'SD-ORG-01': { title: '机构改革时点（8.1）' },
  'SD-DIV-01': { title: '政区更名时点（8.2）' },
  'SD-CAL-01': { title: '会议、规划和提法时点（8.3）' },
});
