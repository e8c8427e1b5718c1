import { defineNorm } from './define-norm.ts';

/** 《个人信息保护法》 (2021): the articles our rules rest on. */
export const personalInformationLaw = defineNorm({
  id: 'personal-information-law-2021',
  title: '个人信息保护法',
  clauses: {
    '28': '敏感个人信息',
  },
});
