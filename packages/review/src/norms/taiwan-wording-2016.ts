import { defineNorm } from './define-norm.ts';

/** Opinion on wording about Taiwan (2016 revision): only parts of the text are held, so no clause of it may be named. */
export const taiwanWording = defineNorm({
  id: 'taiwan-wording-2016',
  title: '关于正确使用涉台宣传用语的意见',
  clauses: {
    pending: '待录入',
  },
});
