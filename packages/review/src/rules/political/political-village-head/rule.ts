import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { defineRule } from '../../../rule.ts';

/** 村长, 村官 for people of a village committee (村干部称谓). */
export const rule = defineRule({
  id: 'political-village-head',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '村干部的称谓',
  summary: '记述当代事情称“村长”“村官”，提请核对是否应为“村委会主任”“村党支部书记”。',
  why: '1988年实行村民委员会组织法后没有“村长”这一职务。',
  silent: '“大学生村官”是专项工作名称；民国和新中国成立初期的“村长”，以及没有写明年份、也没有设定记述年份的，不报。',
  covers: ['LN-POL-19'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: ['村长', '村官', '副村长'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const before = text.slice(Math.max(passage.start, start - 8), start);
    const behind = text.slice(end, Math.min(passage.end, end + 2));
    if (/大学生$|到村任职|[乡农山渔古]$|名誉$/u.test(before) || /^[期久远度大达势江征年]/u.test(behind)) return;
    const year = yearOfMention(passage, start);
    if (year === undefined || year < 1990) return;
    report(start, end, '建议核对，可写“村民委员会主任”或“村党支部书记”。');
  },
});
