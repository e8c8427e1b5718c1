import { defineChecks } from './define-checks.ts';

/** 易错词（4.13、8.9）、误字和识别残留. */
export const wordsChecks = defineChecks({
  'WORD-4.13-1': { title: '易错词：别字', manual: '权利与权力、反映与反应等两词都成立，须看文意' },
  'WORD-4.13-2': { title: '易错词：异形词的推荐词形' },
  'WORD-8.9-1': { title: '志鉴高频错字' },
  'WORD-8.9-2': { title: '份、分、像、象等用字' },
  'WORD-D-1': { title: '成语、志鉴用词的误字' },
  'WORD-D-2': { title: '形近、音近误字' },
  'WORD-D-3': { title: '固定用语、机构名称差一字' },
  'WORD-D-4': { title: '衍文：重复的字、词' },
  'WORD-D-5': { title: '脱文：漏字、漏标点', manual: '句中漏了哪个字，多须对原稿' },
  'WORD-D-6': { title: '标点重叠、不配对' },
  'WORD-D-7': { title: '缺字、乱码' },
  'WORD-D-8': { title: '字母误作数字' },
  'WORD-D-9': { title: '汉字间的空格' },
});
