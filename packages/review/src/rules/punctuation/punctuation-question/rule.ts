import { defineRule } from '../../../rule.ts';

const CUE =
  /^(?:关于|至于|对于)[^，。]{0,8}(?:什么|如何|怎样|怎么|为何|是否|谁|哪)|(?:不知道|不明白|不清楚|介绍了|说明了|阐述了|回答了|解答了|讨论了|研究了|讲解了|明确了|解决了)[^，。“]{0,12}(?:什么|如何|怎样|怎么|为何|是否|谁|哪|多少)/u;

/** A question mark at the end of a clause that asks nothing (非疑问句用问号). */
export const rule = defineRule({
  id: 'punctuation-question',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.2',
  title: '非疑问句不用问号',
  summary: '疑问词只作句子成分（关于什么是文化、讨论了如何发展）而全句不是发问的，末尾不用问号。',
  why: '用了问号，陈述就成了发问。',
  silent: '真正的设问、引号和书名里的、独立成段的问题不报。',
  covers: ['LN-PUN-31'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  on: '？',
  check({ text, start, end }, at, report) {
    if (at + 1 >= end || !/[\u4e00-\u9fff]/u.test(text.charAt(at + 1))) return;
    let from = at - 1;
    const bound = Math.max(start, at - 40);
    while (from > bound && !/[。！？；，]/u.test(text.charAt(from))) from -= 1;
    const clause = text.slice(from > start ? from + 1 : from, at);
    if (clause.includes('“') || !CUE.test(clause) || /[吗呢]$/u.test(clause)) return;
    report(at, at + 1, '此处不是发问，问号建议改为逗号或句号。');
  },
});
