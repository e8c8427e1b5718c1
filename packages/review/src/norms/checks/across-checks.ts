import { defineChecks } from './define-checks.ts';

/** 跨条目、跨卷核对. */
export const acrossChecks = defineChecks({
  'ACR-01': { title: '同一内容不在书中两处照写' },
  'ACR-02': { title: '不照抄上年卷' },
  'ACR-03': { title: '简称在括注之后使用，一个简称只指一个全称' },
  'ACR-04': { title: '互见、参见有着落' },
  'ACR-05': { title: '图序连续不重' },
  'ACR-06': { title: '按本书词库核对名称的写法' },
  'ACR-07': { title: '按本书词库核对名称的起止年份' },
  'ACR-08': { title: '同一职务、同一年的人名不写成几样', manual: '同名异字是否同一人，须对照任职文件。' },
  'ACR-09': { title: '同一机构名称不写成几样', manual: '异字异名是否同一机构，须对照批复。' },
  'ACR-10': { title: '大事记与正文所记日期一致', manual: '说法不同的同一件事，须由编者辨认。' },
});
