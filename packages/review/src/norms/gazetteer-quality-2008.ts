import { defineNorm } from './define-norm.ts';

/** 《地方志书质量规定》 (2008): the text is not held yet, so no clause of it may be named. */
export const gazetteerQuality = defineNorm({
  id: 'gazetteer-quality-2008',
  title: '地方志书质量规定',
  clauses: { pending: '待录入' },
});
