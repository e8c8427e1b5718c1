import { defineNorm } from './define-norm.ts';

/** Xinhua's list of wording (2016 revision): only parts of the text are held, so no clause of it may be named. */
export const newsWording = defineNorm({
  id: 'news-wording-2016',
  title: '新闻阅评动态：新闻报道中的禁用词和慎用词',
  clauses: {
    pending: '待录入',
  },
});
