import { defineChecks } from './define-checks.ts';

/** 跨条目、跨卷核对. */
export const acrossChecks = defineChecks({
  'ACR-01': { title: '同一内容不在书中两处照写' },
  'ACR-02': { title: '不照抄上年卷' },
  'ACR-03': { title: '简称在括注之后使用，一个简称只指一个全称' },
  'ACR-04': { title: '互见、参见有着落' },
  'ACR-05': { title: '图序连续不重' },
});
