import { defineRule } from '../../../rule.ts';

/** 一带一路战略 for the initiative (“一带一路”倡议). */
export const rule = defineRule({
  id: 'terms-belt-road',
  family: 'terms',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '“一带一路”称倡议',
  summary: '“一带一路”称作“战略”的，提请核对是否改为“倡议”。',
  why: '“一带一路”是国际合作倡议，不称“战略”。',
  silent: '“一带一路”战略合作、战略支点等另有所指的，书名号内和原文照录部分，不报。',
  covers: ['LN-FIX-17'],
  exempt: ['title', 'verbatim', 'errata'],
  words: [
    '一带一路战略',
    '一带一路”战略',
    '一带一路发展战略',
    '一带一路”发展战略',
    '一带一路国家战略',
    '一带一路”国家战略',
    '一带一路的战略',
    '一带一路”的战略',
    '一带一路”建设战略',
    '一带一路”倡议战略',
    '一带一路”重大战略',
    '一带一路”大战略',
  ],
  checkWord({ text, start: first, end: last }, start, end, report) {
    if (
      /^(?:合作|支点|节点|通道|枢纽|支撑|机遇|腹地|定位|对接|联盟|伙伴|要地|门户|位置|意义|性)/u.test(
        text.slice(end, Math.min(last, end + 2)),
      )
    )
      return;
    const from = start > first && text.charAt(start - 1) === '“' ? start - 1 : start;
    report(from, end, '建议核对，一般称“一带一路”倡议。');
  },
});
