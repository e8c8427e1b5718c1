import { defineRule } from '../../../rule.ts';

/** Numerals cut short in a list (缩略并列): as printed → as the standard has it. */
const LISTS: Readonly<Record<string, string>> = {
  一二期工程: '一、二期工程',
  二三期工程: '二、三期工程',
  一二期项目: '一、二期项目',
  一二季度: '一、二季度',
  二三季度: '二、三季度',
  三四季度: '三、四季度',
  一二年级: '一、二年级',
  三四年级: '三、四年级',
  五六年级: '五、六年级',
  一二楼: '一、二楼',
  一二审程序: '一、二审程序',
  一二号机组: '一、二号机组',
  三四号机组: '三、四号机组',
};

/** Two ordinals cut short without their comma (缩略并列缺顿号): 一二期工程. */
export const rule = defineRule({
  id: 'numerals-abbreviated-list',
  family: 'numerals',
  severity: 'query',
  norm: 'gbt15834-2011',
  clause: '4.5.3.4',
  title: '缩略并列的序数之间用顿号',
  summary: '“一、二期工程”“三、四年级”是序数的缩略并列，不是概数，中间宜用顿号。',
  why: '不用顿号就与概数同形，“三四年级”可以读作“三四个年级”。',
  silent: '“一二三产业”等三项以上连写、引号和书名里的不报。',
  covers: ['LN-NUM-07'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  words: Object.keys(LISTS),
  checkWord({ text, start }, at, end, report) {
    if (at > start && /[一二三四五六七八九十初高第、\d]/u.test(text.charAt(at - 1))) return;
    const right = LISTS[text.slice(at, end)] ?? '';
    report(at, end, `若指第${right.charAt(0)}和第${right.charAt(2)}，两数之间宜用顿号，请核对。`);
  },
});
