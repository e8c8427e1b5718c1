import { defineNorm } from './define-norm.ts';

/** 《地名管理条例》 (2022-03-30): the articles our rules rest on. */
export const placeNameRegulation = defineNorm({
  id: 'place-name-regulation-2022',
  title: '地名管理条例',
  clauses: {
    '18': '使用标准地名',
  },
});
