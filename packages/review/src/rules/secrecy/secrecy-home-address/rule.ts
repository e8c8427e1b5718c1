import { defineRule } from '../../../rule.ts';

const ADDRESS =
  /^[：:为在于是]?\s*[^，。；、\s]{2,40}?(?:\d+|[一二三四五六七八九十]+)\s*(?:号|室|单元|栋|幢|组|楼)(?:[\d一二三四五六七八九十\-—]*(?:号|室|单元|栋|幢|楼|层))*/u;

/** A private home address down to the door (家庭住址). */
export const rule = defineRule({
  id: 'secrecy-home-address',
  family: 'secrecy',
  severity: 'query',
  norm: 'personal-information-law-2021',
  clause: '28',
  title: '个人住址',
  summary: '“家庭住址”“家住”“现住”之后写到门牌、单元、房号的，提请核对是否需要删去。',
  why: '详细住址属个人信息，公开出版一般写到县、乡镇或村。',
  silent: '只写到县、乡镇、村的，单位地址，不报。',
  covers: ['LN-SEC-06'],
  exempt: ['errata', 'title'],
  blocks: ['paragraph', 'note', 'caption', 'table'],
  words: ['家庭住址', '家庭地址', '家住', '现住址', '户籍地址', '居住地址', '现居住于', '现住', '住址'],
  checkWord({ text, start: first, end: last }, start, end, report) {
    if (text.slice(Math.max(first, start - 2), start) === '家庭') return;
    const found = ADDRESS.exec(text.slice(end, Math.min(last, end + 60)));
    if (found === null || /[户人]/u.test(found[0].charAt(0))) return;
    report(start, end + found[0].length, '写有详细住址，建议核对是否只写到县、乡镇或村。');
  },
});
