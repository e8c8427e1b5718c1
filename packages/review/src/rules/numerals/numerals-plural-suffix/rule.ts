import { defineRule } from '../../../rule.ts';

const PLURAL =
  /(?:[二两三四五六七八九十百千万]|\d)[多余]?[名位个](?:[男女老青少]|优秀|年轻|一线)?(?:队员|同学|学生|教师|老师|同志|战士|代表|委员|职工|工人|农民|专家|孩子|儿童|干部|医生|护士|记者|选手|运动员|志愿者|老人|村民|群众|青年|妇女|党员|学员|演员|作家|民警|官兵|乡亲|老乡|家长|客人|游客|教练)$/u;

/** 们 after a counted noun (数量词后加“们”): 三名队员们. */
export const rule = defineRule({
  id: 'numerals-plural-suffix',
  family: 'numerals',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '有具体数量的不加“们”',
  summary: '前面已有具体数量的，名词后不再加“们”（三名队员们）。',
  why: '“们”表示不定的多数，与具体数量矛盾。',
  silent: '数量词与名词之间另有动词的（5名教师教孩子们）不报。',
  covers: ['LN-NUM-37'],
  exempt: ['quotation', 'title', 'errata'],
  on: '们',
  check({ text, start }, at, report) {
    const found = PLURAL.exec(text.slice(Math.max(start, at - 10), at));
    if (found === null) return;
    report(at - found[0].length, at + 1, '已有具体数量，后面不加“们”。', { replacement: found[0] });
  },
});
