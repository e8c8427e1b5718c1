import { defineChecks } from './define-checks.ts';

/** 志书行文与纪年（GZ-WRT、GZ-CHR）. */
export const writingChecks = defineChecks({
  'GZ-WRT-01': { title: '用语体文，不夹文言', manual: '方言口语是否属记述对象须看内容。' },
  'GZ-WRT-02': { title: '用陈述句，不用疑问、感叹句' },
  'GZ-WRT-03': { title: '述而不论', manual: '议论是否必要由编者定，程序只查议论套语。' },
  'GZ-WRT-04': { title: '用第三人称' },
  'GZ-WRT-05': { title: '慎用“来”带主观方位' },
  'GZ-WRT-06': { title: '不用“敌、我”立场词' },
  'GZ-WRT-07': { title: '机构、职务用当时名称', manual: '当时名称须核机构沿革，名录以本单位词库为准。' },
  'GZ-WRT-08': { title: '首次用全称并括注简称', manual: '读者通晓的简称不必括注，由编者定。' },
  'GZ-WRT-09': { title: '简称无歧义', manual: '有无歧义须看上下文；固定提法由涉政表述类规则查。' },
  'GZ-WRT-10': { title: '古地名注今地名', manual: '古今地名对照须查地名志。' },
  'GZ-WRT-11': { title: '直书姓名，姓名后不加身份词' },
  'GZ-WRT-12': { title: '外国人名地名用通用译名', manual: '通用译名须查译名手册。' },
  'GZ-WRT-13': { title: '动植物名附学名，科技名用审定名', manual: '学名与审定名须查专业资料。' },
  'GZ-CHR-01': { title: '1949年10月1日后不用民国纪年' },
  'GZ-CHR-02': { title: '年号纪年用汉字，括注公元', manual: '漏括公元的，首次出现在何处由编者定。' },
  'GZ-CHR-03': { title: '夏历月日用汉字' },
  'GZ-CHR-04': { title: '民国纪年的写法全书统一', manual: '汉字、阿拉伯数字均可，用哪种由编辑部定。' },
  'GZ-CHR-05': { title: '年号、干支与公元相符' },
  'GZ-CHR-06': { title: '农历节庆用汉字' },
  'GZ-CHR-07': { title: '世纪、年代写全' },
  'GZ-CHR-08': { title: '“解放前”“建国前”改为“中华人民共和国成立前”', manual: '当地解放的事件义可用，须看上下文。' },
  'GZ-CHR-09': { title: '某地解放的事件义可用', manual: '是事件还是时代须看上下文。' },
  'GZ-CHR-10': { title: '太平天国等非公历用汉字并括注公元', manual: '括注的换算须查历表，起止年份由规则推算。' },
});
