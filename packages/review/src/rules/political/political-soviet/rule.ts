import { defineRule } from '../../../rule.ts';

/** 前苏联 for the Soviet Union (国名). */
export const rule = defineRule({
  id: 'political-soviet',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '“前苏联”的写法',
  summary: '“前苏联”提请核对是否改为“苏联”。',
  why: '苏联是历史上确有的国家名称，不需加“前”。',
  silent: '“以前苏联”“目前苏联”等并非一词的，引文和书名号内的，不报。',
  covers: ['LN-POL-25'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: ['前苏联'],
  checkWord({ text, start: first }, start, end, report) {
    if (start > first && /[以目之此年空日先战事会]/u.test(text.charAt(start - 1))) return;
    report(start, end, '建议核对，一般直接写“苏联”。');
  },
});
