import { printHanNumber } from '../../../calendar/read-han-number.ts';
import { ERAS } from '../../../calendar/era-years.ts';
import { readEraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

/** From here on titles are no common word; those of long ago are seldom printed with digits. */
const FIRST = 1368;
const FAMOUS = ['贞观', '开元', '熙宁', '元丰', '元祐', '元佑', '宣和', '至元', '至正', '大定'];
const LATER = ['民国', '洪宪', '大同', '康德', '明治', '大正', '昭和', '永昌', '大顺'];

/** An era year before the Republic in Arabic digits (年号纪年用汉字): 光绪26年. */
export const rule = defineRule({
  id: 'dates-era-digits',
  family: 'dates',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '4.2.1',
  title: '清及以前年号纪年用汉字数字',
  summary: '“光绪26年”一类用阿拉伯数字的年号纪年，应作“光绪二十六年”。',
  why: '非公历纪年用汉字数字，与公历的阿拉伯数字相区别。',
  silent: '民国纪年可用阿拉伯数字，不报；表格内为省地方可从简，不报。',
  covers: ['GZ-CHR-02'],
  habit: 20,
  exempt: ['quotation', 'title', 'errata'],
  words: [...ERAS.flatMap(([name, first]) => (first >= FIRST && !LATER.includes(name) ? [name] : [])), ...FAMOUS],
  checkWord({ text, end }, at, nameEnd, report) {
    if (!/[\d\s]/u.test(text.charAt(nameEnd))) return;
    const era = readEraYear(text, at, nameEnd, end);
    if (era === undefined || !era.arabic) return;
    const reign = era.reigns[era.reigns.length - 1]!;
    const length = reign.last - reign.first + 1;
    if (era.ordinals.some((ordinal) => ordinal > length + 1)) return;
    const printed = text
      .slice(nameEnd, era.end)
      .replace(/\d+/gu, (digits) => (digits === '1' ? '元' : printHanNumber(Number(digits))));
    report(at, era.end, `非公历纪年用汉字数字，建议作“${era.name}${printed.trim()}”。`, {
      replacement: `${era.name}${printed.trim()}`,
    });
  },
});
