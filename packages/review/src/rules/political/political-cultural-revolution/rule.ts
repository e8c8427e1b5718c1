import { defineRule } from '../../../rule.ts';

/** 文革, 十年浩劫, and the full name without quotation marks (“文化大革命”的写法). */
export const rule = defineRule({
  id: 'political-cultural-revolution',
  family: 'political',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“文化大革命”加引号',
  summary: '“文化大革命”未加引号，简称“文革”，或称“十年浩劫”，提请核对。',
  why: '志书行文一般写全称并加引号，与历史决议的表述一致。',
  silent: '已加引号的，书名号内的，人名中的“文革”，引文和原文照录部分，不报。',
  covers: ['LN-POL-11'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  habit: 5,
  words: ['文革', '文化大革命', '十年浩劫'],
  checkWord({ text, start: first, end: last }, start, end, report) {
    const word = text.slice(start, end);
    const before = start > first ? text.charAt(start - 1) : '';
    // Straight marks and single ones are quotation marks too.
    if (/["'‘＂『]/u.test(before)) return;
    if (word === '文革') {
      if (!/^[，。、；：（(\s在于到至从因是遭经受被自历期对即及和与由]?$/u.test(before)) return;
      if (/^[新命]/u.test(text.slice(end, Math.min(last, end + 1)))) return;
      report(start, end, '建议核对，一般写全称并加引号：“文化大革命”。');
    } else if (word === '十年浩劫') report(start, end, '建议核对，一般写“文化大革命”时期。');
    else if (!/[产级]/u.test(before)) report(start, end, '建议核对，“文化大革命”一般加引号。');
  },
});
