import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** 条目 in characters, by the strictest bound no guideline goes below. */
const MOST = 18;

/** A title that is too long (标题过长). */
export const rule = defineRule({
  id: 'structure-title-length',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题长度',
  summary: `篇目标题超过${MOST}字（标点、括注不计）的，建议压缩为名词性短语。`,
  why: '标题是读者检索的入口，过长不便排目录和索引。',
  silent: '特载、文献、附录、人物、大事记等部分的题名不报；书名、会议和文件的全称在书名号、引号内的不计。',
  covers: ['YB-TTL-01', 'GZ-STR-03'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  checkBook({ volume, read }, report) {
    for (const title of read(listTitles)) {
      if (title.text.length <= MOST || (title.level === 1 && title.mark === '') || !isRegularPart(volume, title.node))
        continue;
      const bare = title.text.replaceAll(/《[^》]*》|“[^”]*”|[（(][^）)]*[）)]/gu, '').replaceAll(/[\p{P}\s]/gu, '');
      // A name of a party organ or of an autonomous county is as long as it is.
      if (bare.length <= MOST || /委员会$|代表大会$|有限公司$|自治[县州][\u4e00-\u9fff]{0,10}(?:会|院|局)$/u.test(bare))
        continue;
      report(title.start, title.end, `标题${bare.length}字，建议压缩到${MOST}字以内。`);
    }
  },
});
