import { defineNorm } from './define-norm.ts';

/** 《图书编校质量差错认定细则》 (2005 revision, 66 articles): the articles our rules rest on. */
export const errorCriteria = defineNorm({
  id: 'error-criteria-2005',
  title: '图书编校质量差错认定细则',
  clauses: {
    '19': '数量表达',
    '28': '顿号使用',
    '41': '量和单位',
    '48': '非法定计量单位',
  },
});
