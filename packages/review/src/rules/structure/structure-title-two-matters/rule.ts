import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** Two matters in the title of one entry (一题两事): 公租房建设与信访接待. */
export const rule = defineRule({
  id: 'structure-title-two-matters',
  family: 'structure',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '一题一事',
  summary: '条目标题以“与”“和”“及”“暨”连接两个各在四字以上的短语的，提示核对是不是两事。',
  why: '一条记两事，读者按其中一事检索就会遗漏。',
  silent: '分目、章节名并列的不查；会议活动名称里的“暨”不查。',
  off: '并列的两个短语常是一事的两面，是否两事须看内容。',
  covers: ['YB-TTL-09', 'YB-ENT-01'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook'],
  checkBook({ volume, read }, report) {
    for (const { start, end, text, mark, node } of read(listTitles)) {
      if (mark === '' || /会|仪式|活动/u.test(text) || !isRegularPart(volume, node)) continue;
      if (/^[\u4e00-\u9fff]{4,}(?:[与及]|(?<!共)和(?!平|谐))[\u4e00-\u9fff]{4,}$/u.test(text)) {
        report(start, end, '标题似并列两事，请核对是否分立两条。');
      }
    }
  },
});
