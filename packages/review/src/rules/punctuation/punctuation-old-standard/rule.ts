import { defineRule } from '../../../rule.ts';

/** Numbers of standards that have been replaced, and by what. */
const REPLACED: Readonly<Record<string, string>> = {
  '15834—1995': 'GB/T 15834—2011',
  '15834—90': 'GB/T 15834—2011',
  '15835—1995': 'GB/T 15835—2011',
  '7714—87': 'GB/T 7714—2015',
  '7714—1987': 'GB/T 7714—2015',
  '7714—2005': 'GB/T 7714—2015',
  '12450—90': 'GB/T 12450—2001',
  '12450—1990': 'GB/T 12450—2001',
};

/** A standard cited by the number of an old edition (引用旧版标准): GB/T 15834—1995. */
export const rule = defineRule({
  id: 'punctuation-old-standard',
  family: 'punctuation',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标点、数字、著录标准引用现行版',
  summary: '凡例、编辑说明引用的标点、数字用法、参考文献和书名页标准已有新版的，提示核对。',
  why: '按旧版标准编校，会把现行标准许可的写法改错，也会留下已不许可的写法。',
  silent: '记述当年事情而引旧版的由编者判断；书名里的不报。',
  covers: ['OLD-01', 'OLD-06', 'OLD-07'],
  exempt: ['title', 'verbatim', 'errata'],
  blocks: ['paragraph', 'note', 'heading'],
  words: Object.keys(REPLACED).flatMap((number) => [...'—-－–'].map((mark) => number.replace('—', mark))),
  checkWord({ text, end: limit }, at, end, report) {
    if (end < limit && /\d/u.test(text.charAt(end))) return;
    const current = REPLACED[text.slice(at, end).replace(/[-－–]/u, '—')] ?? '';
    report(at, end, `该标准已有新版${current}，请核对是否按现行标准编校。`);
  },
});
