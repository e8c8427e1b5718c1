import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** The recorded year at the head of an entry's title (标题带记述年份). */
export const rule = defineRule({
  id: 'structure-title-year',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目标题不写记述年份',
  summary: '条目标题以“××××年”“××××年度”开头的，建议删去年份。',
  why: '全卷所记默认为记述年份，题中再写年份，索引会按数字而不是按主题排。',
  silent: '跨年度项目（2021—2025年）、书名号和引号内的会议文件名，以及特载、附录、大事记不报。',
  covers: ['YB-TTL-15'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook'],
  checkBook({ volume, read }, report) {
    for (const { start, text, node, mark, level } of read(listTitles)) {
      const found = /^(?:19|20)\d\d年度?(?![—～至])/u.exec(text);
      if (found === null || (mark === '' && level < 2) || text.length <= found[0].length) continue;
      if (!isRegularPart(volume, node)) continue;
      report(start, start + found[0].length, `全卷默认记述年份，标题中“${found[0]}”建议删去。`);
    }
  },
});
