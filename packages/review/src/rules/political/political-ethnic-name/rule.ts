import { defineRule } from '../../../rule.ts';

const RIGHT: Readonly<Record<string, string>> = {
  藏胞: '藏族同胞',
  彝胞: '彝族同胞',
  羌胞: '羌族同胞',
  苗胞: '苗族同胞',
  回胞: '回族同胞',
  蒙胞: '蒙古族同胞',
  维族: '维吾尔族',
  蒙族: '蒙古族',
  哈族: '哈萨克族',
  朝族: '朝鲜族',
  鲜族: '朝鲜族',
  少数民族上层人士: '少数民族代表人士',
  少数民族上层分子: '少数民族代表人士',
  蒙古大夫: '大夫',
};

/** Nationalities named by a short form (民族称谓). */
export const rule = defineRule({
  id: 'political-ethnic-name',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '民族称谓用全称',
  summary: '“维族”“蒙族”“藏胞”“彝胞”等简称，提请核对是否改为“维吾尔族”“蒙古族”“藏族同胞”“彝族同胞”。',
  why: '民族名称以国家公布的为准，简称容易引起误解。',
  silent: '引文、书名号内和原文照录部分，不报。',
  covers: ['LN-POL-12'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'table'],
  words: Object.keys(RIGHT),
  checkWord({ text, start: first, end: last }, start, end, report) {
    const word = text.slice(start, end);
    const before = start > first ? text.charAt(start - 1) : '';
    if (word === '鲜族' && before === '朝') return;
    if (word.length === 2 && /[同纤思恒海生新西双宗]/u.test(before)) return;
    if (word.endsWith('胞') && /^[弟体核]/u.test(text.slice(end, Math.min(last, end + 1)))) return;
    report(start, end, `称谓建议核对，可写“${RIGHT[word]!}”。`);
  },
});
