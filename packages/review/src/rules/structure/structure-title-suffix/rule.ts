import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** A head that ends in 工作 or 情况 (题尾赘词): 统计工作. */
export const rule = defineRule({
  id: 'structure-title-suffix',
  family: 'structure',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '分目名不带工作、情况',
  summary: '类目、分目、章节名以“工作”“情况”结尾的，提示去掉，“统计工作”写“统计”。',
  why: '事类名已足够检索，“工作”“情况”是赘词。',
  silent: '条目（【】）不查；去掉后只剩一字的不报。',
  off: '不少编辑部习惯保留“工作”，且有的去掉后不通顺。',
  covers: ['YB-TTL-17'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ volume, read }, report) {
    for (const { end, text, mark, node } of read(listTitles)) {
      if (mark !== '' || text.length < 4 || !/(?:工作|情况)$/u.test(text) || !isRegularPart(volume, node)) continue;
      report(end - 2, end, `“${text}”的“${text.slice(-2)}”为赘词，建议去掉。`);
    }
  },
});
