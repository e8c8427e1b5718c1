import { defineChecks } from './define-checks.ts';

/** 固定提法（LN-FIX）. */
export const phrasesChecks = defineChecks({
  'LN-FIX-01': { title: '“四个意识”的要素、次序和写法' },
  'LN-FIX-02': { title: '“四个自信”的要素和次序' },
  'LN-FIX-03': { title: '“两个维护”的内容，与“两个确立”不混', manual: '长句表述的取舍须对照文件原文' },
  'LN-FIX-04': { title: '“两个确立”的内容', manual: '长句表述的取舍须对照文件原文' },
  'LN-FIX-05': { title: '指导思想链依序完整、与年份相符' },
  'LN-FIX-06': { title: '“四个全面”与年代相符' },
  'LN-FIX-07': { title: '“五位一体”不缺项' },
  'LN-FIX-08': { title: '“四个伟大”不缺项、不错序' },
  'LN-FIX-09': { title: '“三严三实”不缺项、不错序' },
  'LN-FIX-10': { title: '“中央八项规定精神”的写法' },
  'LN-FIX-11': { title: '“三个务必”“两个务必”与时期相符', manual: '用于哪个时期须看上下文' },
  'LN-FIX-12': { title: '“四风”的内容' },
  'LN-FIX-13': { title: '“三农”的内容，首次出现列全称', manual: '首次出现是否已解释须看上下文' },
  'LN-FIX-14': { title: '“两不愁三保障”的内容' },
  'LN-FIX-15': { title: '“四大班子”首次出现列全称', manual: '是否需要展开由编辑按体裁决定' },
  'LN-FIX-16': { title: '地方缩略语首次出现加解释', manual: '缩略语各地不同，是否已解释须看上下文' },
  'LN-FIX-17': { title: '“一带一路”称倡议' },
  'LN-FIX-18': { title: '党的会议、报告等文献名称', manual: '文献全称须对照原件' },
});
